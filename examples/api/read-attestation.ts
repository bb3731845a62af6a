import { env } from 'node:process';
import { verifyMessage } from 'viem';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, PAYOUT_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/payouts/${PAYOUT_ID}/attestation`, {
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
const attestation = await response.json();
if (!response.ok) throw new Error(`${attestation.code}: ${attestation.detail}`);

// A contract's signature is checked by a client that asks the chain, as of `attestation.block`.
const { address, message, signature, method } = attestation;
console.log(method, method === 'eip191' && (await verifyMessage({ address, message, signature })));
