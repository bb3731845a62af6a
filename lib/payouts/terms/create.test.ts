import { expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { viewClaim } from '@/lib/claims/view';
import { hashToken } from '@/lib/kernel/secrets';
import { balanceOf } from '@/lib/ledger/balance';
import { listPayouts } from '@/lib/payouts/list';
import { reissueLink } from '@/lib/payouts/mails/reissue-link';
import { createPayoutBody, listPayoutsQuery } from '@/lib/payouts/schema';
import { eventsOf } from '@/lib/payouts/testing/events';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { lapsePayouts } from '@/lib/unpaid/lapse';
import { createPayout } from './create';

const world = testWorld();
const committed = () => balanceOf(world.database.db, world.merchantId, { chain: 'local', symbol: 'USDT' }, 'committed');
const body = (given: Record<string, unknown>) =>
  createPayoutBody.parse({
    ...{ amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'anyone' }, reference: 'fixed' },
    ...given,
  });

test('a created payout sets its money aside, tells its event, and keeps only the hash of its link', async () => {
  const before = await committed();
  const payout = await world.newPayout();
  expect(payout).toMatchObject({ status: 'pending', amount: '25.00', fee: '0.50', net: '24.50', version: 1 });
  expect((await committed()) - before).toBe(25_000_000n);
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created']);
  const links = await world.database.sql`select token_hash from claim_links where payout_id = ${payout.id}`;
  expect(links).toEqual([{ token_hash: hashToken(payout.token) }]);
  const leaks = await world.database
    .sql`select count(*)::int as count from events where data::text like ${`%${payout.token}%`}`;
  expect(leaks).toEqual([{ count: 0 }]);
});

test('a fee that the merchant pays comes on top of the amount', async () => {
  const payout = await world.newPayout({ fee_payer: 'merchant' });
  expect(payout).toMatchObject({ amount: '25.00', fee: '0.50', net: '25.00' });
});

test.each([
  ['0.99', 'amount_too_small'],
  ['10000.01', 'amount_too_large'],
  ['25.0000001', 'amount_too_precise'],
  ['2,5', 'amount_malformed'],
])('an amount of %s is refused as %s and leaves nothing behind', async (amount, code) => {
  const before = await committed();
  await expect(world.newPayout({ amount })).rejects.toMatchObject({ code, facts: { field: 'amount' } });
  expect(await committed()).toBe(before);
});

test.each([
  ['the vault', demoAccount('vault').address],
  ['the contract', drawbridgeAddress],
  ['the zero address', `0x${'0'.repeat(40)}`],
  ['an address with a wrong checksum', demoAccount('customer').address.replace('C', 'c')],
])('%s is refused as recipient', async (_name, address) => {
  const refused = world.newPayout({ recipient: { type: 'wallet', address } });
  await expect(refused).rejects.toMatchObject({ code: 'address_refused', facts: { field: 'recipient.address' } });
});

test('an asset that the merchant has not set up is refused', async () => {
  await expect(world.newPayout({ asset: 'USDC' })).rejects.toMatchObject({ code: 'asset_unavailable' });
});

test('fifty parallel creates with one reference make one payout', async () => {
  const tries = Array.from({ length: 50 }, () => createPayout(world.merchant(), body({ reference: 'once' })));
  const results = await Promise.allSettled(tries);
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  const refused = results.filter((result) => result.status === 'rejected').map((result) => result.reason.code);
  expect(new Set(refused)).toEqual(new Set(['reference_taken']));
});

test('a request that died before it answered finds its own payout again, with a link that works', async () => {
  const ctx = { ...world.merchant(), requestKey: 'one key' };
  const first = await createPayout(ctx, body({ reference: 'retried' }));
  const again = await createPayout(ctx, body({ reference: 'retried' }));
  expect(again.id).toBe(first.id);
  const token = again.claim_url.split('/p/')[1] ?? '';
  expect((await viewClaim(world.claimant(), token)).reference).toBe('retried');
});

test('a new link ends the old one', async () => {
  const payout = await world.newPayout();
  const { claim_url } = await reissueLink(world.merchant(), payout.id);
  await expect(viewClaim(world.claimant(), payout.token)).rejects.toMatchObject({ code: 'link_unknown' });
  expect(await viewClaim(world.claimant(), claim_url.split('/p/')[1] ?? '')).toMatchObject({ status: 'pending' });
});

test('a payout without a signed claim is cancelled at once and its money freed', async () => {
  const before = await committed();
  const payout = await world.newPayout();
  expect(await cancelPayout(world.merchant(), payout.id)).toMatchObject({ status: 'cancelled' });
  expect(await committed()).toBe(before);
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created', 'payout.cancelled']);
  expect((await cancelPayout(world.merchant(), payout.id)).version).toBe(2);
});

test('a payout that nobody claims expires, says so once, and frees its money', async () => {
  const before = await committed();
  const payout = await world.newPayout({ expires_in: 60 });
  await world.passTime(61);
  await lapsePayouts(world.system(), 'local');
  await lapsePayouts(world.system(), 'local');
  expect(await view(world, payout.id)).toMatchObject({ status: 'expired', version: 2 });
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created', 'payout.expired']);
  expect(await committed()).toBe(before);
});

test('pages of a list hold every payout once, newest first, while new ones arrive', async () => {
  const first = await listPayouts(world.merchant(), listPayoutsQuery.parse({ limit: 3 }));
  await world.newPayout();
  const ids = first.data.map((payout) => payout.id);
  let cursor = first.next_cursor;
  while (cursor) {
    const page = await listPayouts(world.merchant(), listPayoutsQuery.parse({ limit: 3, cursor }));
    ids.push(...page.data.map((payout) => payout.id));
    cursor = page.next_cursor;
  }
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(ids.toSorted().toReversed());
  const [all] = await world.database.sql`select count(*)::int as count from payouts`;
  expect(ids.length).toBe(all?.count - 1);
});

test('a list is narrowed by status, reference and delivery', async () => {
  const cancelled = await listPayouts(world.merchant(), listPayoutsQuery.parse({ status: 'cancelled' }));
  expect(new Set(cancelled.data.map((payout) => payout.status))).toEqual(new Set(['cancelled']));
  const named = await listPayouts(world.merchant(), listPayoutsQuery.parse({ reference: 'once' }));
  expect(named.data.map((payout) => payout.reference)).toEqual(['once']);
  const sent = await listPayouts(world.merchant(), listPayoutsQuery.parse({ delivery: 'send' }));
  expect(sent.data).toEqual([]);
  const claimed = await listPayouts(world.merchant(), listPayoutsQuery.parse({ delivery: 'claim', limit: 100 }));
  expect(new Set(claimed.data.map(({ delivery }) => delivery))).toEqual(new Set(['claim']));
});
