import { expect, test } from 'vitest';
import { relayAccounts, relayedClaims, relaySends } from '@/db/schema';
import { testDesk } from '@/lib/desk/testing/desk';
import { newId } from '@/lib/kernel/ids';
import { selectUsedGas } from './spent-store';

const desk = testDesk();
const gwei = 1_000_000_000n;
const hash = (n: number) => `0x${n.toString(16).padStart(64, '0')}`;
const state = { sends: 0 };

/** A send in a block at one gwei, whose cost its claims share; `earlier` is what each had cost before. */
async function paidTogether(cost: bigint, claims: number, earlier = 0n): Promise<void> {
  const nonce = ++state.sends;
  const stamps = { createdAt: new Date(nonce), updatedAt: new Date(nonce) };
  const send = { id: newId('relaySend', nonce), chain: 'base' as const, accountId: 'acc_1', nonce };
  await desk.database.db.insert(relaySends).values({
    ...{ ...send, ...stamps, toAddress: `0x${'d'.repeat(40)}`, data: '0x', value: 0n, gas: 5_000_000n },
    ...{ validUntil: new Date(nonce), status: 'mined', hash: hash(nonce), blockNumber: BigInt(nonce) },
    ...{ blockHash: hash(nonce), success: true, gasUsed: cost, gasPrice: gwei, cost: cost * gwei },
  });
  for (let one = 0; one < claims; one++) {
    const { id: payoutId, merchantId } = await desk.payout({ status: 'completed', completedAt: new Date(nonce) });
    await desk.database.db.insert(relayedClaims).values({
      ...{ id: newId('relayedClaim', nonce), merchantId, payoutId, chain: 'base', recipient: `0x${'7'.repeat(40)}` },
      ...{ status: 'paid', sendId: send.id, notBefore: new Date(nonce), ...stamps },
      cost: ((cost * 1_000n) / BigInt(claims)) * (gwei / 1_000n) + earlier,
    });
  }
}

test('what a claim uses is its share of the send that paid it, and no part of what earlier ones took at another price', async () => {
  await desk.database.db.insert(relayAccounts).values({
    ...{ id: 'acc_1', chain: 'base', address: `0x${'e'.repeat(40)}`, purpose: 'relay', sealedKey: 'sealed' },
    createdAt: new Date(0),
  });
  for (let time = 0; time < 18; time++) await paidTogether(90_000n, 1);
  expect(await selectUsedGas(desk.database.db, 'base')).toBeNull();
  await paidTogether(160_000n, 2);
  expect(await selectUsedGas(desk.database.db, 'base')).toBe(90_000n);
  // Its first send was in no block in time while gas cost a hundred times as much, and its nonce was used up.
  await paidTogether(90_000n, 1, 21_000n * 100n * gwei);
  expect(await selectUsedGas(desk.database.db, 'base')).toBe(90_000n);
});
