import { expect, test } from 'vitest';
import vectors from '@/contracts/test/vectors/eip712.json';
import { nameByKey } from './name-by-key';

const contract = vectors.domain.verifyingContract;
const fragment = `#k=${vectors.claimKey.privateKey}`;

test.each(vectors.keyPayouts)(
  'what the page signs for $what is what the contract takes',
  async ({ chainId, claim }) => {
    const asked = { payout_hash: claim.payout, chain_id: chainId, contract };
    expect(await nameByKey(fragment, asked, claim.recipient)).toBe(claim.signature);
    expect(await nameByKey(fragment.replace('0x', ''), asked, claim.recipient)).toBe(claim.signature);
  },
);

test.each(['', '#', '#k=', `${fragment}0`, fragment.slice(0, -1), fragment.replace('#k=', '#')])(
  'the link ending in "%s" has no key, and nothing is signed',
  async (given) => {
    const [one] = vectors.keyPayouts;
    const asked = { payout_hash: one?.claim.payout, chain_id: 31337, contract };
    expect(await nameByKey(given, asked, one?.claim.recipient ?? '')).toBeNull();
  },
);
