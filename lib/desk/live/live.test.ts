import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { members, sessions } from '@/db/schema';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { noon, testDesk } from '@/lib/desk/testing/desk';
import { type Feed, openFeed } from './feed';
import { liveStream } from './live';

const desk = testDesk();
const open: { feed?: Feed } = {};

beforeAll(() => {
  open.feed = openFeed(desk.database);
});
afterAll(() => open.feed?.close());

/** A page that listens; `next` waits for the next event. */
async function listen(ctx: Context, beatMs = 60_000) {
  if (!open.feed) throw new Error('The feed is there only while tests run');
  await open.feed.ready();
  const over = new AbortController();
  const reader = liveStream(ctx, { feed: open.feed, signal: over.signal, gatherMs: 5, beatMs }).getReader();
  const decoder = new TextDecoder();
  const next = async () => {
    const { value, done } = await reader.read();
    return done ? 'end' : decoder.decode(value);
  };
  expect(await next()).toBe('retry: 3000\n\n');
  /** What else comes meanwhile is no matter. */
  const nextOver = async () => {
    let heard = await next();
    while (heard.startsWith('event: change')) heard = await next();
    return heard;
  };
  return { next, nextOver, over, reader };
}

const tell = (merchantId: string, subjectId: string, action = 'payout.created') =>
  desk.database.db.transaction((tx) =>
    audit(tx, { kind: 'system', job: 'test' }, { merchantId, subjectId, action, now: noon }),
  );

test('a page hears what changed once it is committed, and nothing of another merchant', async () => {
  const one = await listen(desk.member());
  const two = await listen(desk.member('mer_two'));
  await tell('mer_two', 'po_theirs');
  await tell('mer_one', 'po_ours');
  expect(await one.next()).toBe(
    'event: change\ndata: {"topics":["payouts","ledger","audit"],"subjects":["po_ours"]}\n\n',
  );
  expect(await two.next()).toContain('po_theirs');
  const undone = desk.database.db.transaction(async (tx) => {
    await audit(
      tx,
      { kind: 'system', job: 'test' },
      { merchantId: 'mer_one', subjectId: 'po_never', action: 'x.y', now: noon },
    );
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  await tell('mer_one', 'po_later');
  expect(await one.next()).toContain('["po_later"]');
  for (const page of [one, two]) page.over.abort();
  expect([await one.next(), await two.next()]).toEqual(['end', 'end']);
});

test('changes of transfers, deliveries and holds ring, too', async () => {
  const page = await listen(desk.member());
  const payout = await desk.payout();
  await desk.transfer(payout);
  expect(await page.next()).toBe(`event: change\ndata: {"topics":["payouts"],"subjects":["${payout.id}"]}\n\n`);
  await page.reader.cancel();
});

test('what changes quickly one after another is told together, and too much of it without names', async () => {
  const page = await listen(desk.member());
  await desk.database.db.transaction(async (tx) => {
    for (let index = 0; index < 51; index++) {
      await audit(
        tx,
        { kind: 'system', job: 'test' },
        { merchantId: 'mer_one', subjectId: `po_${index}`, action: 'payout.created', now: noon },
      );
    }
  });
  expect(await page.next()).toContain('"subjects":null');
  page.over.abort();
});

test('the line ends with the session, with a place in the team, and when the session looks at another merchant', async () => {
  const { db } = desk.database;
  const ended = await listen(desk.member());
  await db.update(sessions).set({ endedAt: noon }).where(eq(sessions.id, 'ses_usr_ann'));
  expect([await ended.nextOver(), await ended.next()]).toEqual(['event: over\ndata: {}\n\n', 'end']);
  await db.update(sessions).set({ endedAt: null }).where(eq(sessions.id, 'ses_usr_ann'));

  const switched = await listen(desk.member());
  await db.update(sessions).set({ merchantId: 'mer_two' }).where(eq(sessions.id, 'ses_usr_ann'));
  await tell('mer_two', 'ses_usr_ann', 'session.switched');
  expect(await switched.nextOver()).toContain('event: over');
  await db.update(sessions).set({ merchantId: 'mer_one' }).where(eq(sessions.id, 'ses_usr_ann'));

  const removed = await listen(desk.member('mer_two'));
  await db.delete(members).where(eq(members.userId, 'usr_bob'));
  expect(await removed.nextOver()).toContain('event: over');
});

test('a quiet line beats, and notices by itself that the session ran out', async () => {
  const page = await listen(desk.member(), 5);
  expect(await page.next()).toBe(': beat\n\n');
  desk.setTime(new Date('2031-01-01'));
  const heard = [];
  do heard.push(await page.next());
  while (heard.at(-1) !== 'end');
  expect(heard.at(-2)).toContain('event: over');
  desk.setTime(noon);
});

test('after the line to the database was cut, open pages read again and go on hearing', async () => {
  const page = await listen(desk.member());
  await desk.database.db.execute(sql`
    select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'drawbridge-ear'`);
  expect(await page.next()).toBe('event: again\ndata: {}\n\n');
  await tell('mer_one', 'po_after');
  expect(await page.next()).toContain('po_after');
  page.over.abort();
});

test('what a session lost while the line to the database was cut, its pages lose as soon as it is back', async () => {
  const { db } = desk.database;
  const page = await listen(desk.member());
  await db.execute(sql`alter table sessions disable trigger sessions_ring_desk`);
  await db.update(sessions).set({ endedAt: noon }).where(eq(sessions.id, 'ses_usr_ann'));
  await db.execute(sql`alter table sessions enable trigger sessions_ring_desk`);
  await db.execute(sql`
    select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'drawbridge-ear'`);
  expect(await page.next()).toBe('event: again\ndata: {}\n\n');
  expect([await page.nextOver(), await page.next()]).toEqual(['event: over\ndata: {}\n\n', 'end']);
  await db.update(sessions).set({ endedAt: null }).where(eq(sessions.id, 'ses_usr_ann'));
});

test('a page that takes nothing of what it is told loses its line', async () => {
  const { feed } = open;
  const before = feed?.countOf('usr_ann') ?? 0;
  const over = new AbortController();
  const page = feed && liveStream(desk.member(), { feed, signal: over.signal, beatMs: 1 });
  expect(feed?.countOf('usr_ann')).toBe(before + 1);
  await expect.poll(() => feed?.countOf('usr_ann'), { timeout: 60_000 }).toBe(before);
  expect(page?.locked).toBe(false);
});

test('a process that is about to end ends every line, and opens none that stays', async () => {
  const feed = openFeed(desk.database);
  await feed.ready();
  const lineOf = () => liveStream(desk.member(), { feed, signal: new AbortController().signal }).getReader();
  const held = lineOf();
  await held.read();
  feed.dismiss();
  expect((await held.read()).done).toBe(true);
  const late = lineOf();
  await late.read();
  expect([(await late.read()).done, feed.countOf('usr_ann')]).toEqual([true, 0]);
  await feed.close();
});
