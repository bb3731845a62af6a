import { expect, test } from 'vitest';
import { testDesk } from '@/lib/payouts/testing/desk';
import { testWorld } from '@/lib/payouts/testing/world';
import { askPayment } from './ask';
import { giveUpPayouts, holdPayouts } from './hold';
import { listPayable } from './list';
import { preparePayment } from './prepare';

const world = testWorld();
const desk = testDesk(world);
const ann = () => world.member('payer', 'us_ann');
const bob = () => world.member('payer', 'us_bob');
const fulfilled = (results: PromiseSettledResult<unknown>[]) =>
  results.filter(({ status }) => status === 'fulfilled').length;

test('of two admins who take a payout at once, one gets it; the other learns who has it and until when', async () => {
  const payout = await desk.owed();
  const taken = await Promise.allSettled(
    [ann, bob].flatMap((who) =>
      Array.from({ length: 5 }, () => holdPayouts(who(), { payout_ids: [payout.id], tab: 'one_tab_of_it' })),
    ),
  );
  expect(fulfilled(taken)).toBe(5);
  const refused = taken.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  expect(refused).toHaveLength(5);
  for (const reason of refused) {
    expect(reason).toMatchObject({
      code: 'payment_held',
      facts: { extra: { held_by: expect.stringMatching(/^us_/), held_until: expect.any(String) } },
    });
  }
});

test('a second tab of the same person does not get it, and giving up lets it go', async () => {
  const payout = await desk.owed();
  await holdPayouts(ann(), { payout_ids: [payout.id], tab: 'first_tab' });
  const second = () => holdPayouts(ann(), { payout_ids: [payout.id], tab: 'second_tab' });
  await expect(second()).rejects.toMatchObject({
    code: 'payment_held',
    facts: { detail: expect.stringContaining('another tab') },
  });
  expect(await giveUpPayouts(bob(), { payout_ids: [payout.id] })).toEqual({ given_up: [] });
  expect(await giveUpPayouts(ann(), { payout_ids: [payout.id], tab: 'first_tab' })).toEqual({ given_up: [payout.id] });
  await second();
});

test('many are taken together or not at all', async () => {
  const [a, b] = [await desk.owed(), await desk.owed()];
  await holdPayouts(bob(), { payout_ids: [b.id], tab: 'bobs_tab' });
  await expect(holdPayouts(ann(), { payout_ids: [a.id, b.id], tab: 'anns_tab' })).rejects.toMatchObject({
    code: 'payment_held',
  });
  await holdPayouts(bob(), { payout_ids: [a.id], tab: 'bobs_tab' });
});

test('a hold ends after ten minutes, and its holder can extend it', async () => {
  const payout = await desk.owed();
  const body = { payout_ids: [payout.id], tab: 'anns_tab' };
  await holdPayouts(ann(), body);
  await world.passTime(500);
  await holdPayouts(ann(), body);
  await world.passTime(500);
  await expect(holdPayouts(bob(), { ...body, tab: 'bobs_tab' })).rejects.toMatchObject({ code: 'payment_held' });
  await world.passTime(101);
  await holdPayouts(bob(), { ...body, tab: 'bobs_tab' });
  await expect(preparePayment(ann(), desk.body([payout.id], { tab: 'anns_tab' }))).rejects.toMatchObject({
    code: 'payment_held',
  });
});

test('nothing is prepared without a hold', async () => {
  const payout = await desk.owed();
  await expect(preparePayment(ann(), desk.body([payout.id]))).rejects.toMatchObject({ code: 'hold_lost' });
});

test('a double click prepares once, so the wallet is asked once', async () => {
  const payout = await desk.owed();
  await holdPayouts(ann(), { payout_ids: [payout.id], tab: desk.tab });
  const clicks = Array.from({ length: 5 }, () => preparePayment(ann(), desk.body([payout.id])));
  const results = await Promise.allSettled(clicks);
  expect(fulfilled(results)).toBe(1);
  const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []));
  expect(new Set(refused)).toEqual(new Set(['transfer_in_progress']));
  const rows = await world.database.sql`select count(*)::int as count from transfers where payout_id = ${payout.id}`;
  expect(rows).toEqual([{ count: 1 }]);
});

test('batches of several people that share a payout end with one of them, and without a deadlock', async () => {
  const payouts = await Promise.all(Array.from({ length: 6 }, () => desk.owed()));
  const ids = payouts.map((payout) => payout.id);
  await holdPayouts(ann(), { payout_ids: ids, tab: desk.tab });
  const orders = [ids, ids.toReversed(), ids.slice(0, 4), ids.slice(2).toReversed()];
  const results = await Promise.allSettled(orders.map((order) => preparePayment(ann(), desk.body(order))));
  expect(fulfilled(results)).toBe(1);
});

test('the desk shows who holds what and which outcomes are open', async () => {
  const [held, prepared] = [await desk.owed(), await desk.owed()];
  await holdPayouts(ann(), { payout_ids: [held.id, prepared.id], tab: desk.tab });
  const { signings } = await preparePayment(ann(), desk.body([prepared.id]));
  const [signing = { id: '', payments: [] }] = signings;
  const transferIds = signing.payments.map((one) => one.transfer_id);
  await askPayment(ann(), { signing_id: signing.id, transfer_ids: transferIds, tab: desk.tab });
  const { data } = await listPayable(bob(), { limit: 100 });
  const lines = new Map(data.map((line) => [line.payout.id, line]));
  expect(lines.get(held.id)).toMatchObject({ hold: { user_id: 'us_ann', yours: false }, payment: null });
  expect(lines.get(prepared.id)).toMatchObject({
    payment: { status: 'prepared', signing_id: signings[0]?.id, hash: null },
  });
});

test('money is moved only by who has just proved who they are', async () => {
  const payout = await desk.owed();
  await holdPayouts(ann(), { payout_ids: [payout.id], tab: desk.tab });
  const ctx = ann();
  const stale = { ...ctx, actor: { ...ctx.actor, steppedUpAt: null } };
  await expect(preparePayment(stale, desk.body([payout.id]))).rejects.toMatchObject({ code: 'step_up_required' });
});
