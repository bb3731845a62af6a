import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { expect, test } from 'vitest';
import { eventsOf } from '@/lib/payouts/testing/events';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { testDesk } from '@/lib/reconcile/testing/desk';
import { lapsePayouts } from '@/lib/unpaid/lapse';

const world = testWorld();
const desk = testDesk(world);
const usdt = 1_000_000n;

/** A person whom nobody has paid yet. */
const stranger = () => privateKeyToAddress(generatePrivateKey());

test('a day on which nothing happened is green', async () => {
  await desk.declare('admin');
  await desk.mint('admin');
  const close = await desk.reconcile();
  expect(close).toMatchObject({ status: 'green', version: 1, complete: false });
  expect(close.totals.assets[0]).toMatchObject({ symbol: 'USDT', difference: '0.00', suspense: '0.00' });
});

test('a payment whose hash nobody reported books itself when exactly one payout explains it', async () => {
  const payee = stranger();
  const payout = await desk.byHand('31.00', payee);
  const paid = await desk.account('paid');
  const hash = await desk.pay('admin', payee, 31n * usdt);
  expect((await view(world, payout.id)).status).toBe('pending');
  const close = await desk.reconcile();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { hash, status: 'confirmed' } });
  expect((await desk.account('paid')) - paid).toBe(31n * usdt);
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created', 'payout.processing', 'payout.completed']);
  expect(close).toMatchObject({ status: 'green', totals: { counts: { matched: 1 } } });
});

test('a payment that could have paid two payouts waits for a person, and both payouts wait with it', async () => {
  const payee = stranger();
  const first = await desk.byHand('32.00', payee);
  const second = await desk.byHand('32.00', payee);
  await desk.pay('admin', payee, 32n * usdt);
  const close = await desk.reconcile();
  expect(close.status).toBe('differences');
  const [line] = await world.database.sql`select * from differences where id = ${close.differenceIds[0] ?? ''}`;
  expect(line).toMatchObject({ kind: 'choice', status: 'open', amount: String(32n * usdt) });
  expect(line?.candidates.sort()).toEqual([first.id, second.id].sort());
  expect(await desk.account('suspense')).toBe(32n * usdt);
  expect((await view(world, first.id)).status).toBe('pending');
  expect((await view(world, second.id)).status).toBe('pending');
});

test('a payment that could also have paid a payout that waits for approval waits for a person', async () => {
  const payee = stranger();
  const open = await desk.byHand('38.00', payee);
  const waiting = await desk.byHand('38.00', payee);
  await world.database.sql`update payouts set status = 'awaiting_approval' where id = ${waiting.id}`;
  const hash = await desk.pay('admin', payee, 38n * usdt);
  await desk.reconcile();
  expect(await desk.line(hash)).toMatchObject({ kind: 'choice', candidates: [open.id, waiting.id] });
  expect((await view(world, open.id)).status).toBe('pending');
});

test('a payment of another amount pays nothing and is a difference', async () => {
  const payee = stranger();
  const payout = await desk.byHand('33.00', payee);
  await desk.pay('admin', payee, 30n * usdt);
  await desk.reconcile();
  const [line] = await world.database.sql`select * from differences where payout_id = ${payout.id}`;
  expect(line).toMatchObject({ kind: 'wrong_amount', status: 'open', amount: String(30n * usdt) });
  expect((await view(world, payout.id)).status).toBe('pending');
});

test('a second payment of the same payout is a difference, and says which payout was paid before', async () => {
  const payee = stranger();
  const payout = await desk.byHand('34.00', payee);
  await desk.pay('admin', payee, 34n * usdt);
  await desk.pay('admin', payee, 34n * usdt);
  await desk.reconcile();
  expect((await view(world, payout.id)).status).toBe('completed');
  const [line] = await world.database.sql`select * from differences where payout_id = ${payout.id}`;
  expect(line).toMatchObject({
    ...{ kind: 'unexplained', reason_code: 'paid_alike_before', reason_facts: { reference: payout.reference } },
  });
});

test('a payment from a wallet that nobody has proved waits for a person', async () => {
  await desk.declare('other', false);
  await desk.mint('other');
  const payee = stranger();
  const payout = await desk.byHand('35.00', payee);
  const hash = await desk.pay('other', payee, 35n * usdt);
  await desk.reconcile();
  const [line] = await world.database.sql`select * from differences where hash = ${hash}`;
  expect(line).toMatchObject({ kind: 'choice', candidates: [payout.id] });
  expect((await view(world, payout.id)).status).toBe('pending');
});

test('a payout by hand that was paid out of the vault books itself, and the vault balances', async () => {
  const payee = stranger();
  const payout = await desk.byHand('36.00', payee);
  const suspense = await desk.account('suspense');
  await desk.pay('vault', payee, 36n * usdt);
  expect((await desk.account('suspense')) - suspense).toBe(36n * usdt);
  const close = await desk.reconcile();
  expect((await view(world, payout.id)).status).toBe('completed');
  expect(await desk.account('suspense')).toBe(suspense);
  expect(close.totals.assets[0]?.difference).toBe('0.00');
});

test('a payout that ran out after it was paid is found to be paid', async () => {
  const payee = stranger();
  const payout = await desk.byHand('37.00', payee, { expires_in: 600 });
  await desk.pay('admin', payee, 37n * usdt);
  await world.passTime(700);
  await world.settle();
  await lapsePayouts(world.system(), 'local');
  expect((await view(world, payout.id)).status).toBe('expired');
  await desk.reconcile();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('reading everything again adds nothing', async () => {
  const count = () => world.database.sql`
    select (select count(*) from differences)::int as lines, (select count(*) from postings)::int as postings,
      (select count(*) from transfers)::int as transfers, (select max(updated_at) from differences) as touched`;
  const before = await count();
  await desk.forgetCloses();
  await desk.reconcile();
  expect(await count()).toEqual(before);
});
