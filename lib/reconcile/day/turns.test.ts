import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { expect, test } from 'vitest';
import { connect } from '@/db/client';
import { merchants } from '@/db/schema';
import { cuttingProxy } from '@/db/testing/cutting-proxy';
import { chainClient } from '@/lib/evm/rpc';
import { newId } from '@/lib/kernel/ids';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { scopeOf } from '@/lib/reconcile/chain/begin';
import { readSpan } from '@/lib/reconcile/chain/read-chain';
import { addDays, dayOf } from '@/lib/reconcile/core/day';
import { differenceQuery } from '@/lib/reconcile/core/schema';
import { assignDifference } from '@/lib/reconcile/review/assign';
import { resolveDifference } from '@/lib/reconcile/review/resolve';
import {
  listCloses,
  listDifferences,
  viewClose,
  viewDifference,
  viewOneReconciliation,
} from '@/lib/reconcile/review/view';
import { testDesk } from '@/lib/reconcile/testing/desk';
import { openDueCloses } from './due';
import { scanSpan } from './scan';
import { startReconciliation } from './start';
import { workReconciliation } from './work';

/** Several who read, readings that are cut off, and one day after the other. */
const world = testWorld();
const desk = testDesk(world);
const usdt = 1_000_000n;
const stranger = () => privateKeyToAddress(generatePrivateKey());

async function closeDue(): Promise<void> {
  await openDueCloses(world.system());
  while (await workReconciliation(world.system()));
}

test('two who read the same blocks at the same time find everything once', async () => {
  await desk.declare('admin');
  await desk.mint('admin');
  const payee = stranger();
  const payout = await desk.byHand('51.00', payee);
  await desk.pay('admin', payee, 51n * usdt);
  await desk.pay('vault', stranger(), 13n * usdt);
  const to = await desk.finalBlock();
  const client = chainClient('local');
  const scope = await scopeOf(
    world.system(),
    client,
    { merchantId: world.merchantId, chain: 'local' },
    to,
    new Date(0),
  );
  const span = { from: to - 20n, to };
  const found = await readSpan(world.database.db, client, 'local', [...scope.known.values()], span);
  const read = () => scanSpan(world.system(), scope, span, found);
  await Promise.all([read(), read(), read()]);
  expect((await view(world, payout.id)).status).toBe('completed');
  expect(await desk.account('suspense')).toBe(13n * usdt);
  expect(await desk.unresolved()).toEqual(['unexplained 13.00']);
  const [first, second] = await Promise.all([desk.open(), desk.open()]);
  expect(first.id).toBe(second.id);
  const worked = await Promise.all([first, second].map(({ id }) => workReconciliation(world.system(), { id })));
  expect(worked.filter((run) => run !== null)).toHaveLength(1);
  await desk.resolveAll();
});

test('a reading that is cut off anywhere goes on where it was, and finds everything once', async () => {
  for (const cutAt of [20, 40, 60, 80]) {
    const payee = stranger();
    const payout = await desk.byHand('52.00', payee);
    await desk.pay('admin', payee, 52n * usdt);
    await desk.pay('vault', stranger(), 14n * usdt);
    const { id } = await desk.open();
    const line = await cuttingProxy(world.database.url, cutAt);
    const { db, sql } = connect(line.url, 1);
    await Promise.race([
      workReconciliation({ ...world.system(), db }, { id, stepBlocks: 2n }).catch(() => {}),
      line.cut,
    ]);
    await sql.end({ timeout: 0 });
    await line.close();
    await world.database.sql`update reconciliations set lease_until = now() - interval '1 second' where id = ${id}`;
    await workReconciliation(world.system(), { id });
    const [run] = await world.database.sql`select status from reconciliations where id = ${id}`;
    expect(run).toMatchObject({ status: 'done' });
    expect((await view(world, payout.id)).status).toBe('completed');
    expect(await desk.unresolved()).toEqual(['unexplained 14.00']);
    await desk.resolveAll();
  }
}, 120_000);

test('a day that is over is closed by itself once, and a gap of days is closed day by day', async () => {
  const closed = () => world.database.sql`
    select day, status, complete, version from closes where merchant_id = ${world.merchantId} and complete order by day`;
  expect(await closed()).toEqual([]);
  const today = dayOf(world.system().clock.now());
  await world.passTime(2 * 86_400);
  await world.settle();
  await closeDue();
  await closeDue();
  await closeDue();
  const days = [addDays(today, 1)].map((day) => expect.objectContaining({ day, status: 'green' }));
  expect(await closed()).toEqual(days);
  await world.passTime(2 * 86_400);
  await world.settle();
  await closeDue();
  await closeDue();
  await closeDue();
  expect((await closed()).map(({ day }) => day)).toEqual([1, 2, 3].map((days) => addDays(today, days)));
});

test('closes of a chain follow each other without a gap, and none can be changed', async () => {
  const rows = await world.database.sql`
    select distinct on (day) day, from_block, to_block from closes where complete order by day, version desc`;
  const joints = rows.slice(1).map((row, index) => BigInt(row.from_block) - BigInt(rows[index]?.to_block));
  expect(joints).toEqual([1n, 1n]);
  await expect(world.database.sql`update closes set status = 'green'`).rejects.toThrow(/append-only/);
});

test('closing a day again makes its next version', async () => {
  const day = addDays(dayOf(world.system().clock.now()), -1);
  await startReconciliation(desk.member(), { day });
  await workReconciliation(world.system());
  const { data } = await viewClose(desk.member('viewer'), 'local', day);
  expect(data.map(({ version }) => version)).toEqual([2, 1]);
  const future = startReconciliation(desk.member(), { day: addDays(day, 9) });
  await expect(future).rejects.toMatchObject({ code: 'invalid_request' });
});

test('another merchant sees nothing of it, can do nothing about it, and takes nobody’s payment for its own', async () => {
  const rival = newId('merchant');
  await world.database.db.insert(merchants).values({ id: rival, name: 'Rival' });
  await desk.declare('admin', false, rival);
  const payee = stranger();
  const { id: mine } = await desk.byHand('53.00', payee);
  await world.database.sql`
    insert into payouts select (jsonb_populate_record(p, jsonb_build_object('id', ${newId('payout')}::text,
      'merchant_id', ${rival}::text))).* from payouts p where id = ${mine}`;
  await desk.pay('admin', payee, 53n * usdt);
  await desk.reconcile(rival);
  const [stolen] = await world.database.sql`select status from payouts where merchant_id = ${rival}`;
  expect(stolen).toMatchObject({ status: 'pending' });
  await desk.pay('vault', stranger(), 15n * usdt);
  const close = await desk.reconcile();
  expect((await view(world, mine)).status).toBe('completed');
  const [id = ''] = close.differenceIds;
  const them = desk.member('owner', rival);
  const body = { as: 'account' as const, account: 'external' as const, note: 'Not theirs to say.' };
  const tries = [
    () => viewDifference(them, id),
    () => assignDifference(them, id, { owner_id: null }),
    () => resolveDifference(them, id, body),
    () => viewOneReconciliation(them, close.reconciliationId),
    () => viewClose(them, 'local', '2020-01-01'),
  ];
  for (const one of tries) await expect(one()).rejects.toMatchObject({ code: 'not_found' });
  const theirs = await listDifferences(them, differenceQuery.parse({}));
  expect(theirs.data.map(({ kind }) => kind)).not.toContain('unexplained 15.00');
  expect(theirs.data.find((line) => line.id === id)).toBeUndefined();
  expect((await listCloses(them, {})).data.map((one) => one.id)).not.toContain(close.id);
});
