import { asc, eq, sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { events } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import { newId } from '@/lib/kernel/ids';
import { emitOne, handClock, systemContext } from '@/lib/webhooks/testing/fixtures';
import { actingFor, makeTestMerchant, writeEvent } from '@/lib/webhooks/testing/told';
import { eventPage, type ListEventsQuery, listEventsQuery } from './delivery-schema';
import { fanOut } from './fan-out';
import { eventSpan, pullEvents } from './pull-events';

const database = testDatabase();
let clock = handClock();
let merchantId = '';

beforeEach(async () => {
  clock = handClock();
  merchantId = await makeTestMerchant(database.db);
});

const acting = () => actingFor(database.db, clock, merchantId);
const query = (change: object = {}): ListEventsQuery => listEventsQuery.parse(change);
const pull = (change: object = {}) => pullEvents(acting(), query(change));

/** Goes on until nothing is left, as a merchant does. */
async function pullAll(change: { after?: number; limit?: number; type?: string; payout?: string } = {}) {
  const found: number[] = [];
  let pages = 0;
  for (let { after = 0 } = change, more = true; more; pages++) {
    const page = await pull({ ...change, after });
    found.push(...page.data.map((event) => event.sequence));
    after = page.next_after;
    more = page.has_more;
  }
  return { found, pages };
}

const write = (sequence: number, more: object = {}) =>
  writeEvent(database.db, { merchantId, sequence, at: clock.now(), ...more });

/** Completed payouts from `first` to `last`, written at once. */
const writeMany = (first: number, last: number) =>
  database.db.execute(sql`
    insert into events (id, merchant_id, type, subject_kind, subject_id, subject_version, data, created_at, sequence, fanned_out_at)
    select 'ev_' || md5(${merchantId} || n), ${merchantId}, 'payout.completed', 'payout', 'po_x', 1, '{}', now(), n, now()
    from generate_series(${first}::int, ${last}::int) n`);

test('events come in their sequence from behind the cursor, with the payout as it was', async () => {
  const ids = [await write(1), await write(2), await write(3)];
  const page = await pull({ after: 1, limit: 1 });
  expect(eventPage.parse(page)).toEqual(page);
  expect(page).toMatchObject({ data: [{ id: ids[1], sequence: 2 }], next_after: 2, has_more: true });
  expect(page.data[0]?.data).toMatchObject({ status: 'completed', version: 3 });
  const end = { data: [], next_cursor: `3-${ids[2]?.slice(-12)}`, next_after: 3, has_more: false };
  expect(await pull({ after: 3 })).toEqual(end);
});

test('while events are written and numbered by several workers, a reader misses none and gets none twice', async () => {
  const system = systemContext(database.db, clock);
  const written = 120;
  const state = { writing: true };
  const writing = Promise.all(
    Array.from({ length: 6 }, async () => {
      for (let made = 0; made < written / 6; made++) await emitOne(system, merchantId);
    }),
  );
  const numbering = Promise.all(
    Array.from({ length: 3 }, async () => {
      while (state.writing) await fanOut(system);
    }),
  );
  const read = async () => {
    const found: number[] = [];
    for (let after = 0; after < written; ) {
      const page = await pull({ after, limit: 7 });
      found.push(...page.data.map((event) => event.sequence));
      after = page.next_after;
    }
    return found;
  };
  const reading = Promise.all(Array.from({ length: 4 }, read));
  await writing;
  const found = await reading;
  state.writing = false;
  await numbering;
  const all = Array.from({ length: written }, (_one, index) => index + 1);
  expect(found).toEqual([all, all, all, all]);
  const rows = await database.db
    .select()
    .from(events)
    .where(eq(events.merchantId, merchantId))
    .orderBy(asc(events.sequence));
  expect(rows.map((row) => row.sequence)).toEqual(all);
});

test('a filter by type leaves out the rest, and walks at most so many numbers at a time', async () => {
  await writeMany(1, eventSpan + 10);
  await write(eventSpan + 11, { type: 'payout.failed' });
  const empty = await pull({ type: 'payout.failed' });
  expect(empty).toMatchObject({ data: [], next_after: eventSpan, has_more: true });
  expect(await pullAll({ type: 'payout.failed' })).toEqual({ found: [eventSpan + 11], pages: 2 });
  await write(eventSpan + 12, { type: 'payout.failed' });
  expect(await pullAll({ type: 'payout.failed', limit: 1 })).toMatchObject({ found: [eventSpan + 11, eventSpan + 12] });
});

test('a filter by payout finds its few events at once, however many others there are', async () => {
  const payout = newId('payout');
  await write(1, { payoutId: payout });
  await writeMany(2, eventSpan + 10);
  await write(eventSpan + 11, { payoutId: payout, type: 'payout.failed' });
  const page = await pull({ payout });
  expect(page.data.map((event) => event.sequence)).toEqual([1, eventSpan + 11]);
  expect(page).toMatchObject({ next_after: eventSpan + 11, has_more: false });
  expect(await pullAll({ payout, limit: 1 })).toMatchObject({ found: [1, eventSpan + 11] });
  expect(await pullAll({ payout, type: 'payout.failed' })).toEqual({ found: [eventSpan + 11], pages: 1 });
});

test('a place that is ahead of the events, such as after a restored backup, is told instead of answered with nothing', async () => {
  await write(1);
  await expect(pull({ after: 500 })).rejects.toMatchObject({ code: 'cursor_ahead', status: 409 });
});

test('a cursor from before a restore is told even once other events have taken its place', async () => {
  await write(1);
  await write(2);
  const { next_cursor } = await pull();
  expect(await pull({ cursor: next_cursor })).toMatchObject({ data: [], next_cursor });
  await database.db.delete(events).where(eq(events.sequence, 2));
  await expect(pull({ cursor: next_cursor })).rejects.toMatchObject({ code: 'cursor_ahead' });
  for (const sequence of [2, 3, 4]) await write(sequence);
  await expect(pull({ cursor: next_cursor })).rejects.toMatchObject({ code: 'cursor_ahead' });
  expect((await pull({ cursor: '0' })).data.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
});

test.each(['x', '-1', '01-abcdefghijkl', '5', '1-ABCDEFGHIJKL', '99999999999999999-abcdefghijkl'])(
  'a cursor that was never given out, %j, is refused',
  async (cursor) => {
    await expect(pull({ cursor })).rejects.toMatchObject({ code: 'invalid_request' });
  },
);

test('an event from before a field of the payout came into being does not stop the cursor', async () => {
  await write(1);
  const page = await pull();
  expect(page.data[0]?.data).not.toHaveProperty('amount');
  expect(eventPage.encode(page)).toEqual(page);
});

test('merchants see their own events only, and need the right to read', async () => {
  await write(1);
  const stranger = actingFor(database.db, clock, await makeTestMerchant(database.db));
  expect(await pullEvents(stranger, query())).toEqual({ data: [], next_cursor: '0', next_after: 0, has_more: false });
  const writer = actingFor(database.db, clock, merchantId, ['webhooks:write']);
  await expect(pullEvents(writer, query())).rejects.toMatchObject({ code: 'forbidden' });
});
