import { env } from 'node:process';
import { createWalletClient, http } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';

const { DRAWBRIDGE_URL, CLAIM_TOKEN, RPC_URL, PRIVATE_KEY } = env;
const account = privateKeyToAccount(`0x${PRIVATE_KEY}`);

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/claims/${CLAIM_TOKEN}`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ address: account.address }),
});
const claim = await response.json();
if (!response.ok) throw new Error(`${claim.code}: ${claim.detail}`);

console.log(claim.preview);
const { to, data } = claim.transfer;
const wallet = createWalletClient({ account, transport: http(RPC_URL) });
console.log(await wallet.sendTransaction({ to, data, chain: null }));
