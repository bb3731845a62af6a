import { isAddress, isHex } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';

/** What the key behind a link's # signs; `lib/rails/contract/voucher.ts` has the same, and the contract's vectors hold both. */
const types = {
  Claim: [
    { name: 'payout', type: 'bytes32' },
    { name: 'recipient', type: 'address' },
  ],
} as const;

/** The secret in a link: `#k=` and 64 hexadecimal digits, as its merchant made it. It never leaves the browser. */
function secretOf(fragment: string): `0x${string}` | null {
  const digits = /^#k=(?:0x)?([0-9a-f]{64})$/i.exec(fragment)?.[1];
  return digits ? `0x${digits}` : null;
}

type Asked = { payout_hash?: unknown; chain_id?: unknown; contract?: unknown };

/** Has the key of the link name `recipient`; null where the link has none, or what is to be signed cannot be read. */
export async function nameByKey(fragment: string, asked: Asked, recipient: string): Promise<string | null> {
  const { payout_hash: payout, chain_id: chainId, contract } = asked;
  const secret = secretOf(fragment);
  if (!secret || !isHex(payout) || !Number.isSafeInteger(chainId) || typeof contract !== 'string') return null;
  if (!isAddress(contract) || !isAddress(recipient)) return null;
  return privateKeyToAccount(secret).signTypedData({
    domain: { name: 'Drawbridge', version: '1', chainId: Number(chainId), verifyingContract: contract },
    types,
    primaryType: 'Claim',
    message: { payout, recipient },
  });
}
