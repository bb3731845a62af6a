import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { identities, transfers } from '@/db/schema';
import { declareUnsigned } from '@/lib/by-hand/declare-unsigned';
import { holdPayouts } from '@/lib/by-hand/hold';
import { reportPayment } from '@/lib/by-hand/report';
import { testDesk } from '@/lib/payouts/testing/desk';
import { testWorld } from '@/lib/payouts/testing/world';
import { viewPay } from './view';

const world = testWorld();
const desk = testDesk(world);
const transfersOf = (signingId: string, set: { proposal: string }) =>
  world.database.db.update(transfers).set(set).where(eq(transfers.signingId, signingId));
const payer = () => world.member('payer', 'us_payer');

test('who looks reads who holds a payout, by the name that the team knows', async () => {
  const payout = await desk.owed();
  const createdAt = new Date();
  await world.database.db
    .insert(identities)
    .values({ kind: 'email', value: 'ann@shop.example', userId: 'us_payer', createdAt });
  await holdPayouts(payer(), { payout_ids: [payout.id], tab: 'one_tab_of_it' });
  const { lines } = await viewPay(world.member('payer', 'us_other'), { ids: [payout.id] });
  expect(lines.find((line) => line.payout.id === payout.id)).toMatchObject({
    ...{ holder: 'ann@shop.example', hold: { yours: false }, payment: null },
  });
});

test('what is asked for by id comes first, once, and what is not to be paid is named apart', async () => {
  const [older, newer, claimed] = [await desk.owed(), await desk.owed(), await world.newPayout()];
  const { lines, left_out: leftOut } = await viewPay(payer(), { ids: [newer.id, claimed.id, 'po_unknown'] });
  const ids = lines.map(({ payout }) => payout.id);
  expect(ids[0]).toBe(newer.id);
  expect(ids.filter((id) => id === newer.id)).toHaveLength(1);
  expect(ids).toContain(older.id);
  expect(leftOut).toEqual([{ id: claimed.id, reference: claimed.reference, status: 'pending' }]);
});

test('an open payment tells whether a person said that it was not signed', async () => {
  const payout = await desk.owed();
  await desk.prepare([payout.id]);
  const lineNow = async () => (await viewPay(payer(), { ids: [payout.id] })).lines[0];
  expect(await lineNow()).toMatchObject({ payment: { status: 'prepared' }, unsigned_from_block: null, seen_at: null });
  await declareUnsigned(world.member('payer'), { payout_ids: [payout.id] });
  expect(await lineNow()).toMatchObject({ unsigned_from_block: expect.stringMatching(/^\d+$/) });
});

test('what the wallet has in its keeping is told: a batch by the name that it gave, a Safe’s proposal by its hash', async () => {
  const payouts = [await desk.owed(), await desk.owed()];
  const ids = payouts.map(({ id }) => id);
  const taken = async () => (await viewPay(payer(), { ids })).lines.slice(0, 2).map((line) => line.taken_as);
  const signing = await desk.prepareOne(ids, { capabilities: { calls_on: [31337] } });
  expect(await taken()).toEqual([null, null]);
  await reportPayment(payer(), { signing_id: signing.id, calls_id: 'the wallet’s own name for it' });
  expect(await taken()).toEqual(['batch', 'batch']);
  await transfersOf(signing.id, { proposal: `0x${'5a'.repeat(32)}` });
  expect(await taken()).toEqual(['proposal', 'proposal']);
});

test('another merchant’s payouts are neither shown nor named', async () => {
  const payout = await desk.owed();
  const stranger = payer();
  const elsewhere = { ...stranger, actor: { ...stranger.actor, merchantId: 'mer_other' } };
  expect(await viewPay(elsewhere, { ids: [payout.id] })).toEqual({ lines: [], next_cursor: null, left_out: [] });
});
