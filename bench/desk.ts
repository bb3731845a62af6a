// Lists, searches, one payout's story, the overview, ledger, audit and vaults of a merchant with a million payouts (BENCH_ROWS says
// another number), beside one with ten thousand and the barest query for a page of rows, each with the pages of the database that it
// reads. BENCH_STALE=1 leaves the planner without statistics, as right after a bulk load. Alone: node scripts/run.js bench/desk.ts
import { pathToFileURL } from 'node:url';
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { writeCursor } from '@/lib/desk/list/cursor';
import { exportPayouts } from '@/lib/desk/list/export';
import { listForDesk, pageSize } from '@/lib/desk/list/list';
import { usualSort } from '@/lib/desk/list/schema';
import { keepHours } from '@/lib/desk/overview/hours';
import { keepLiabilities } from '@/lib/desk/overview/liabilities';
import { viewOverview } from '@/lib/desk/overview/overview';
import { tellStory } from '@/lib/desk/story/story';
import { systemClock } from '@/lib/kernel/clock';
import { bookReads, type Read, rollUpAll } from './desk-books';
import { type DeskDatabase, withDeskDatabase } from './desk-database';
import { trailReads } from './desk-trail';
import { type Spread, spreadOf } from './spread';
import { noteTarget } from './targets';

const rows = Number(process.env.BENCH_ROWS || 1_000_000);
const fewRows = 10_000;
/** How many times the p95 of few rows it may take. */
const growth = 1.5;
/** So many of the newest have events, bookings and audit lines: ten times what one page looks through, and what a disk has room for. */
const mostStoried = 200_000;
const runs = Number(process.env.BENCH_RUNS || 200);
const target = 100;
const stale = Boolean(process.env.BENCH_STALE);
/** As many times a read is done to count its pages. */
const countedRuns = 5;

/** `pages`: 8 KB each, of the cache or the disk. */
type DeskRead = { name: string; latency: Spread; pages: number };

export type DeskReads = {
  /** Seconds of the worker to keep the hours of thirty days, and the sum of what is open, once. */
  kept: { hours: number; liabilities: number };
  exported: { perSecond: number; grownMb: number };
};
/** The same reads of both, the barest query last. */
export type DeskFigures = DeskReads & { few: DeskRead[]; many: DeskRead[] };

type Sample = { id: string; reference: string; address: string; email: string | null; hash: string | null };

/** Payouts from all over the newest ones, so that no page is in the cache for its sake alone. */
async function samplesOf(db: Database, merchantId: string, newest: number): Promise<Sample[]> {
  const found = await db.execute<Sample>(sql`
    select p.id, p.reference, coalesce(t.recipient, p.recipient_address) as address, p.recipient_email as email, t.hash
    from (select * from payouts where merchant_id = ${merchantId} order by id desc limit ${newest}) p
    left join transfers t on t.payout_id = p.id where p.status = 'completed' order by random() limit ${runs}`);
  return [...found];
}

function readsOf(ctx: Context, samples: readonly Sample[], stories: readonly Sample[]): Read[] {
  const of = (run: number): Sample => {
    const sample = samples[run % samples.length];
    if (!sample) throw new Error('The table was not filled');
    return sample;
  };
  const withMail = samples.filter((one) => one.email);
  const after = (id: string) => writeCursor({ sort: usualSort, begins: false, key: [id] }) ?? '';
  const list = (query: Parameters<typeof listForDesk>[1]) => listForDesk(ctx, query);
  return [
    ['list: newest', () => list({})],
    ['list: anywhere', (run) => list({ after: after(of(run).id) })],
    ['list: anywhere, backwards', (run) => list({ before: after(of(run).id) })],
    ['list: one status, anywhere', (run) => list({ status: 'cancelled', after: after(of(run).id) })],
    ['list: by amount', () => list({ sort: '-amount' })],
    ['list: by reference', () => list({ sort: 'reference' })],
    ['list: by status', () => list({ sort: 'status' })],
    ['list: one status by amount', () => list({ status: 'cancelled', sort: 'amount' })],
    ['list: waiting for funds', () => list({ needs: 'funds' })],
    ['list: stuck', () => list({ needs: 'stuck' })],
    ['list: outcome unknown', () => list({ needs: 'unknown' })],
    ['list: a month, amount above', () => list({ from: '2026-01-01', amount_min: '9000' })],
    ['list: a filter that nothing passes', () => list({ amount_min: '99999999' })],
    ['search: id', (run) => list({ q: of(run).id })],
    ['search: reference', (run) => list({ q: of(run).reference })],
    ['search: beginning of a reference', (run) => list({ q: of(run).reference.slice(0, 10) })],
    ['search: beginning that all have', () => list({ q: 'order-' })],
    ['search: address', (run) => list({ q: of(run).address })],
    ['search: e-mail', (run) => list({ q: withMail[run % withMail.length]?.email ?? '' })],
    ['search: hash', (run) => list({ q: of(run).hash ?? '' })],
    ['search: nothing there', (run) => list({ q: `nobody-${run}` })],
    ['one payout with its story', (run) => tellStory(ctx, stories[run % stories.length]?.id ?? '')],
    ['overview', () => viewOverview(ctx)],
  ];
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

async function measureExport(ctx: Context): Promise<DeskReads['exported']> {
  const before = process.memoryUsage().rss;
  let count = 0;
  let highest = before;
  const seconds = await secondsOf(async () => {
    for await (const chunk of await exportPayouts(ctx, { status: 'expired' })) {
      count += chunk.split('\r\n').length - 1;
      highest = Math.max(highest, process.memoryUsage().rss);
    }
  });
  return { perSecond: count / seconds, grownMb: (highest - before) / 2 ** 20 };
}

type Prepared = DeskDatabase & { ctx: Context; reads: Read[]; kept: DeskReads['kept'] };

/** What a worker does for the desk is done; answers what can be read then, the barest query last. */
async function prepare(desk: DeskDatabase): Promise<Prepared> {
  const { db, merchantId, size } = desk;
  const person = { userId: 'us_bench', sessionId: 'se_bench', steppedUpAt: null, timeZone: 'UTC' };
  const actor = { kind: 'user', merchantId, role: 'owner', ...person } as const;
  const ctx: Context = { db, clock: systemClock, actor, requestId: 'req_bench' };
  const hours = await secondsOf(async () => {
    while ((await keepHours(ctx)) > 0);
  });
  const liabilities = await secondsOf(() => keepLiabilities(ctx));
  const samples = await samplesOf(db, merchantId, size.count);
  const stories = await samplesOf(db, merchantId, size.storied);
  await rollUpAll(ctx);
  const references = stories.map(({ reference }) => reference);
  const ofBooks = await bookReads(ctx, merchantId, references);
  const ids = stories.map(({ id }) => id);
  const ofTrail = await trailReads(ctx, merchantId, ids);
  const bare: Read = [
    `bare select of ${pageSize} rows`,
    (run) =>
      db.execute(sql`select * from payouts where merchant_id = ${merchantId} and id < ${samples[run % samples.length]?.id}
        order by id desc limit ${pageSize}`),
  ];
  const reads = [...readsOf(ctx, samples, stories), ...ofBooks, ...ofTrail, bare];
  return { ...desk, ctx, reads, kept: { hours, liabilities } };
}

/** One read of each, by turns, so that what else the machine does is in both. */
async function measureBoth(both: readonly Prepared[], index: number): Promise<DeskRead[]> {
  const all = both.map((one) => {
    const [name = '', work = async () => {}] = one.reads[index] ?? [];
    const times: number[] = [];
    return { ...one, name, work, times, pages: 0 };
  });
  for (const one of all) {
    // As a worker does about once a minute.
    await keepLiabilities(one.ctx);
    await one.work(0);
    const before = await one.pagesRead();
    for (let run = 0; run < countedRuns; run++) await one.work(run);
    one.pages = ((await one.pagesRead()) - before) / countedRuns;
  }
  for (let run = 0; run < runs; run++) {
    for (const { work, times } of all) times.push((await secondsOf(() => work(run))) * 1000);
  }
  return all.map(({ name, pages, times }) => ({ name, pages, latency: spreadOf(times) }));
}

export async function benchDesk(): Promise<DeskFigures> {
  const sizeOf = (count: number) => ({ count, storied: Math.min(count, mostStoried), stale });
  return withDeskDatabase(sizeOf(fewRows), (few) =>
    withDeskDatabase(sizeOf(rows), async (many) => {
      const both = [await prepare(few), await prepare(many)] as const;
      const measured: DeskRead[][] = [];
      for (const index of both[0].reads.keys()) measured.push(await measureBoth(both, index));
      const [ofFew, ofMany] = both.map((_, which) => measured.flatMap((pair) => pair[which] ?? []));
      const exported = await measureExport(both[1].ctx);
      return { few: ofFew ?? [], many: ofMany ?? [], kept: both[1].kept, exported };
    }),
  );
}

export function printDesk({ few, many, kept, exported }: DeskFigures): void {
  const cell = (value: number) => value.toFixed(1).padStart(10);
  const head = ['p50', 'p95', `of ${fewRows}`, 'pages', `of ${fewRows}`].map((word) => word.padStart(10)).join('');
  console.log(`\n${`the desk over ${rows} payouts, ms`.padEnd(42)}${head}`);
  const missed: string[] = [];
  many.forEach(({ name, latency, pages }, index) => {
    const small = few[index]?.latency.p95 ?? Number.NaN;
    const read = [pages, few[index]?.pages ?? Number.NaN].map((one) => one.toFixed(0).padStart(10)).join('');
    const met = latency.p95 <= target && latency.p95 <= growth * small;
    const isYardstick = index === many.length - 1;
    if (!met && !isYardstick) missed.push(name);
    const times = `${(latency.p95 / small).toFixed(1)} ×`;
    console.log(
      `${name.padEnd(42)}${cell(latency.p50)}${cell(latency.p95)}${cell(small)}${read}  ${times} ${met ? 'met' : 'MISSED'}`,
    );
  });
  console.log(
    `keeping thirty days of hours once: ${kept.hours.toFixed(1)} s; what is open: ${kept.liabilities.toFixed(1)} s`,
  );
  console.log(`export: ${exported.perSecond.toFixed(0)} rows a second, memory up by ${exported.grownMb.toFixed(0)} MB`);
  noteTarget({
    what: `the desk with ${rows} payouts`,
    figure: `${many.length - 1 - missed.length} of ${many.length - 1} reads within it`,
    target: `p95 ≤ ${growth} × that of ${fewRows}, ≤ ${target} ms`,
    met: missed.length === 0,
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) printDesk(await benchDesk());
