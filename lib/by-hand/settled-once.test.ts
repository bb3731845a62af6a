import type { TransactionSql } from 'postgres';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { expect, test } from 'vitest';
import { connect } from '@/db/client';
import { cuttingProxy } from '@/db/testing/cutting-proxy';
import { byDepth } from '@/db/testing/depth';
import { followPayments } from '@/lib/by-hand/sightings/follow';
import { findCursor } from '@/lib/cursors/store';
import { newId } from '@/lib/kernel/ids';
import { testDesk } from '@/lib/payouts/testing/desk';
import { eventsOf } from '@/lib/payouts/testing/events';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { lapsePayouts } from '@/lib/unpaid/lapse';
import { declareWallet } from '@/lib/wallets/declare';
import { listeners } from '@/lib/watched/listeners';
import { undoReorg } from '@/lib/watcher/undo-reorg';
import { watchChain } from '@/lib/watcher/watch';
import { giveUpPayouts, holdPayouts } from './hold';
import { preparePayment } from './prepare';
import { recordPayment } from './record-made-elsewhere';
import { reportPayment } from './report';

const world = testWorld();
const desk = testDesk(world);
const payer = () => world.member('payer');
const stranger = () => privateKeyToAccount(generatePrivateKey()).address;
const owed = (given: Record<string, unknown> = {}) =>
  desk.owed({ recipient: { type: 'wallet', address: stranger() }, ...given });
const unit = 1_000_000n;
const once = { constraint_name: expect.stringMatching(/^transfers_|^postings_/) };

async function paid() {
  const payout = await owed();
  const signing = await desk.prepareOne([payout.id]);
  const [hash = expect.unreachable()] = await desk.sign(signing.calls);
  await desk.settle();
  return { payout, signing, hash };
}

const settlements = async (payoutId: string) =>
  (await world.database.sql`select id from postings where payout_id = ${payoutId} and kind = 'settle'`).length;

/** A copy of a row of transfers, changed as told, under an id of its own. */
function copy(payoutId: string, change: { payout?: string; status?: string; log?: number }) {
  const { payout = payoutId, status = 'confirmed', log = null } = change;
  return world.database.sql`
    insert into transfers (id, merchant_id, payout_id, rail, chain, status, hash, block_number, block_hash, log_index,
      recipient, sender, created_at, updated_at)
    select ${newId('transfer')}, merchant_id, ${payout}, rail, chain, ${status}, hash, block_number, block_hash,
      coalesce(${log}::int, log_index), recipient, sender, created_at, updated_at
    from transfers where payout_id = ${payoutId} and status = 'confirmed'`;
}

test('the database itself lets no log pay twice, no payout be settled twice, and no settlement be booked twice', async () => {
  const [one, other] = [await paid(), await owed()];
  await expect(copy(one.payout.id, { payout: other.id })).rejects.toMatchObject(once);
  await expect(copy(one.payout.id, { payout: other.id, status: 'confirming' })).rejects.toMatchObject(once);
  await expect(copy(one.payout.id, { log: 999 })).rejects.toMatchObject({ constraint_name: 'transfers_paid_once' });
  await copy(one.payout.id, { payout: other.id, status: 'submitted', log: 998 });
  const second = copy(one.payout.id, { payout: other.id, status: 'prepared', log: 997 });
  await expect(second).rejects.toMatchObject({ constraint_name: 'transfers_one_live' });
  await world.database.sql`delete from transfers where payout_id = ${other.id}`;
  const again = world.database.sql`
    insert into postings (id, merchant_id, kind, subject_kind, subject_id, chain, symbol, block_number, block_hash, hash, log_index,
      created_at)
    select ${newId('posting')}, merchant_id, kind, subject_kind, ${other.id}, chain, symbol, block_number, block_hash, hash,
      log_index, created_at
    from postings where payout_id = ${one.payout.id} and kind = 'settle'`;
  await expect(again).rejects.toMatchObject(once);
});

test('any number of workers that follow the same payments book each once', async () => {
  const payouts = [await owed(), await owed(), await owed()];
  const ids = payouts.map(({ id }) => id);
  const signing = await desk.prepareOne(ids, { way: 'disperse' });
  const hashes = await desk.sign(signing.calls);
  await reportPayment(payer(), { signing_id: signing.id, hash: hashes.at(-1) });
  for (let round = 0; round < 4; round++) {
    await world.mine();
    const work = [0, 1, 2].flatMap(() => [
      watchChain(world.system(), 'local', listeners),
      followPayments(world.system(), 'local'),
    ]);
    await Promise.allSettled(work);
  }
  await desk.settle();
  for (const id of ids) {
    expect((await view(world, id)).status).toBe('completed');
    expect(await settlements(id)).toBe(1);
    expect(await eventsOf(world, id)).toEqual(['payout.created', 'payout.processing', 'payout.completed']);
  }
});

test('a worker that dies in the middle of a payment by hand loses nothing, and the next one books it once', async () => {
  const never = Number.MAX_SAFE_INTEGER;
  const workUntilCut = async (cutAt: number) => {
    const line = await cuttingProxy(world.database.url, cutAt);
    const { db, sql } = connect(line.url, 1);
    const work = async () => {
      while (await watchChain({ ...world.system(), db }, 'local', listeners));
      await followPayments({ ...world.system(), db }, 'local');
    };
    await Promise.race([work().catch(() => {}), line.cut]);
    const sent = line.sent();
    await sql.end({ timeout: 0 });
    await line.close();
    return sent;
  };
  const mined = async () => {
    const payout = await owed();
    const signing = await desk.prepareOne([payout.id]);
    const [hash] = await desk.sign(signing.calls);
    await reportPayment(payer(), { signing_id: signing.id, hash });
    await world.mine(4);
    return payout.id;
  };
  await mined();
  const messages = await workUntilCut(never);
  expect(messages).toBeGreaterThan(20);
  const stride = byDepth({ quick: 20, deep: 3 });
  for (let cutAt = 7; cutAt <= messages; cutAt += stride) {
    const id = await mined();
    await workUntilCut(cutAt);
    await desk.look();
    expect((await view(world, id)).status).toBe('completed');
    expect(await settlements(id)).toBe(1);
  }
}, 180_000);

test('a payment whose block the chain still has is not taken back, though the cursor goes back below it, and is booked once', async () => {
  const before = await desk.balance('paid');
  const { payout } = await paid();
  const cursor = (await findCursor(world.database.db, 'local')) ?? expect.unreachable();
  const number = cursor.finalNumber - 8n;
  await undoReorg(world.system(), cursor, listeners, { number, time: cursor.finalTime });
  const { hash, number: at } = await world.client().getBlock({ blockNumber: number });
  await world.database.sql`
    insert into chain_blocks (chain, number, hash, time) values ('local', ${String(at)}, ${hash ?? ''}, now()) on conflict do nothing`;
  expect((await view(world, payout.id)).status).toBe('completed');
  await desk.settle();
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
  expect((await desk.balance('paid')) - before).toBe(25n * unit);
});

type Step = () => Promise<unknown>;

/**
 * Lets two wait for the same payout, one behind the other, and then go on. The order holds only for a row that nobody
 * changed meanwhile: a transaction that waits for a changed one looks for its new version, and they race for that.
 */
async function inTurn(
  payoutId: string,
  first: Step,
  second: Step,
  meanwhile: (tx: TransactionSql) => Promise<unknown> = async () => {},
) {
  const waiting = async () =>
    (
      await world.database.sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and state = 'active'
      and datname = current_database()`
    ).length;
  const begun: Promise<unknown>[] = [];
  await world.database.sql.begin(async (tx) => {
    await tx`select 1 from payouts where id = ${payoutId} for update`;
    for (const [index, start] of [first, second].entries()) {
      begun.push(start().catch((error: unknown) => error));
      await expect.poll(waiting, { timeout: 60_000, interval: 20 }).toBe(index + 1);
    }
    await meanwhile(tx);
  });
  return Promise.all(begun);
}

async function held(given: Record<string, unknown> = {}) {
  const { id } = await owed(given);
  await holdPayouts(payer(), { payout_ids: [id], tab: desk.tab });
  return { id, prepare: () => preparePayment(payer(), desk.body([id])) };
}

test('of a preparation and a cancellation that meet, the first one happens and the second one is refused', async () => {
  const [one, other] = [await held(), await held()];
  const cancel = (id: string) => () => cancelPayout(world.merchant(), id);
  const refused = { code: 'transfer_in_progress' };
  const prepared = await inTurn(one.id, one.prepare, cancel(one.id));
  expect(prepared).toMatchObject([{ signings: [{ count: 1 }] }, refused]);
  expect(await inTurn(other.id, cancel(other.id), other.prepare)).toMatchObject([
    { status: 'cancelled' },
    { code: 'payout_state' },
  ]);
});

test('a payout that is cancelled while a person holds it is not prepared any more', async () => {
  const payout = await owed();
  await holdPayouts(payer(), { payout_ids: [payout.id], tab: desk.tab });
  await cancelPayout(world.merchant(), payout.id);
  await expect(preparePayment(payer(), desk.body([payout.id]))).rejects.toMatchObject({ code: 'payout_state' });
  await giveUpPayouts(payer(), { payout_ids: [payout.id] });
});

test('a payout that runs out while a person prepares it is being paid, and one that ran out before is not prepared', async () => {
  const [one, other] = [await held({ expires_in: 60 }), await held({ expires_in: 60 })];
  const lapse = () => lapsePayouts(world.system(), 'local');
  const preparing = inTurn(one.id, one.prepare, async () => {
    await world.passTime(61);
    return lapse();
  });
  expect(await preparing).toMatchObject([{ signings: [{ count: 1 }] }, expect.any(Number)]);
  expect((await view(world, one.id)).status).toBe('pending');
  await expect(other.prepare()).rejects.toMatchObject({ code: 'payout_state' });
  expect((await view(world, other.id)).status).toBe('expired');
});

test('a hash that two admins confirm at the same moment is booked once, and both get the same answer', async () => {
  await declareWallet(payer(), { address: desk.sender, name: 'Ours' });
  const payout = await owed();
  const [hash = expect.unreachable()] = await desk.sign([desk.transfer(payout.recipient.address ?? '', 25n * unit)]);
  await world.watch();
  const named = ['us_ann', 'us_bob', 'us_cat'].map((user) =>
    recordPayment(world.member('payer', user), payout.id, { hash }),
  );
  for (const answer of await Promise.all(named))
    expect(answer).toMatchObject({ status: 'processing', transfer: { hash } });
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
  expect(await settlements(payout.id)).toBe(1);
});

test('a payout that was paid meanwhile takes no second hash', async () => {
  const other = { hash: `0x${'0b'.repeat(32)}` };
  const { payout } = await paid();
  await expect(recordPayment(payer(), payout.id, other)).rejects.toMatchObject({ code: 'already_paid' });
  const { id } = await owed();
  const record = () => recordPayment(payer(), id, other);
  const both = await inTurn(id, record, record, (tx) => tx`update payouts set status = 'completed' where id = ${id}`);
  expect(both).toMatchObject([{ code: 'already_paid' }, { code: 'already_paid' }]);
  await world.database.sql`update payouts set status = 'pending' where id = ${id}`;
});
