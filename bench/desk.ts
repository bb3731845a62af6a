// Lists, searches, one payout's story, the overview, ledger, audit and vaults of a merchant with a million payouts (BENCH_ROWS says
// another number), beside one with ten thousand and the barest query for a page of rows, each with the pages of the database that it
// reads. BENCH_STALE=1 leaves the planner without statistics, as right after a bulk load. Alone: node scripts/run.js bench/desk.ts
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { connect, type Database } from '@/db/client';
import { startPostgres } from '@/db/embedded';
import { migrateDatabase } from '@/db/migrate';
import { merchantAssets, merchants, vaults } from '@/db/schema';
import type { Context } from '@/lib/access/actor';
import { shippedRows } from '@/lib/chains/shipped-rows';
import { writeCursor } from '@/lib/desk/list/cursor';
import { exportPayouts } from '@/lib/desk/list/export';
import { listForDesk, pageSize } from '@/lib/desk/list/list';
import { usualSort } from '@/lib/desk/list/schema';
import { keepHours } from '@/lib/desk/overview/hours';
import { keepLiabilities } from '@/lib/desk/overview/liabilities';
import { viewOverview } from '@/lib/desk/overview/overview';
import { tellStory } from '@/lib/desk/story/story';
import { systemClock } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { bookReads, type Read, rollUpAll } from './desk-books';
import { growPayouts } from './desk-rows';
import { trailReads } from './desk-trail';
import { type Spread, spreadOf } from './spread';
import { noteTarget } from './targets';

const root = fileURLToPath(new URL('../', import.meta.url));
const rows = Number(process.env.BENCH_ROWS || 1_000_000);
const fewRows = 10_000;
/** How many times the p95 of few rows it may take. */
const growth = 1.5;
/** So many of the newest have events, bookings and audit lines: ten times what one page looks through, and what a disk has room for. */
const mostStoried = 200_000;
const days = 180;
const runs = Number(process.env.BENCH_RUNS || 200);
const target = 100;
const stale = Boolean(process.env.BENCH_STALE);
/** As many times a read is done to count its pages. */
const countedRuns = 5;

export type DeskFigures = { few: DeskReads; many: DeskReads };

export type DeskReads = {
  /** `pages`: 8 KB each, of the cache or the disk. */
  reads: { name: string; latency: Spread; pages: number }[];
  bare: Spread;
  /** Seconds of the worker to keep the hours of thirty days, and the sum of what is open, once. */
  kept: { hours: number; liabilities: number };
  exported: { perSecond: number; grownMb: number };
};

type Sample = { id: string; reference: string; address: string; email: string | null; hash: string | null };

/** Payouts from all over the newest ones, so that no page is in the cache for its sake alone. */
async function samplesOf(db: Database, merchantId: string, newest: number): Promise<Sample[]> {
  const found = await db.execute<Sample>(sql`
    select p.id, p.reference, coalesce(t.recipient, p.recipient_address) as address, p.recipient_email as email, t.hash
    from (select * from payouts where merchant_id = ${merchantId} order by id desc limit ${newest}) p
    left join transfers t on t.payout_id = p.id where p.status = 'completed' order by random() limit ${runs}`);
  return [...found];
}

async function timed(work: (run: number) => Promise<unknown>): Promise<Spread> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    await work(run);
    times.push(performance.now() - started);
  }
  return spreadOf(times);
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

/** Pages that all statements read so far. */
type Pages = () => Promise<number>;

async function measure(db: Database, merchantId: string, count: number, pagesRead: Pages): Promise<DeskReads> {
  const person = { userId: 'us_bench', sessionId: 'se_bench', steppedUpAt: null, timeZone: 'UTC' };
  const actor = { kind: 'user', merchantId, role: 'owner', ...person } as const;
  const ctx: Context = { db, clock: systemClock, actor, requestId: 'req_bench' };
  const hours = await secondsOf(async () => {
    while ((await keepHours(ctx)) > 0);
  });
  const liabilities = await secondsOf(() => keepLiabilities(ctx));
  const samples = await samplesOf(db, merchantId, count);
  const stories = await samplesOf(db, merchantId, Math.min(count, mostStoried));
  const reads = [];
  await rollUpAll(ctx);
  const ofBooks = await bookReads(
    ctx,
    merchantId,
    stories.map(({ reference }) => reference),
  );
  const ofTrail = await trailReads(
    ctx,
    merchantId,
    stories.map(({ id }) => id),
  );
  for (const [name, work] of [...readsOf(ctx, samples, stories), ...ofBooks, ...ofTrail]) {
    // As a worker does about once a minute.
    await keepLiabilities(ctx);
    await work(0);
    const before = await pagesRead();
    for (let run = 0; run < countedRuns; run++) await work(run);
    const pages = ((await pagesRead()) - before) / countedRuns;
    reads.push({ name, pages, latency: await timed(work) });
  }
  const bare = await timed((run) =>
    db.execute(sql`select * from payouts where merchant_id = ${merchantId} and id < ${samples[run % samples.length]?.id}
      order by id desc limit ${pageSize}`),
  );
  return { reads, bare, kept: { hours, liabilities }, exported: await measureExport(ctx) };
}

export async function benchDesk(): Promise<DeskFigures> {
  return { few: await measureDesk(fewRows), many: await measureDesk(rows) };
}

async function measureDesk(count: number): Promise<DeskReads> {
  mkdirSync(path.join(root, '.tmp'), { recursive: true });
  const directory = mkdtempSync(path.join(root, '.tmp', 'bench-desk-'));
  const server = await startPostgres(directory, {
    shared_preload_libraries: 'pg_stat_statements',
    ...(stale && { autovacuum: 'off' }),
  });
  process.env.SECRETS_KEY ??= randomBytes(32).toString('base64');
  process.env.DATABASE_URL = server.ownerUrl;
  await migrateDatabase(server.ownerUrl, shippedRows);
  const { db, sql: connection, close } = connect(server.ownerUrl, 10);
  const passwords: Record<string, string> = JSON.parse(readFileSync(path.join(directory, 'passwords.json'), 'utf8'));
  const { port } = new URL(server.ownerUrl);
  const admin = postgres(`postgres://postgres:${passwords.postgres}@127.0.0.1:${port}/drawbridge`, { max: 1 });
  const pagesRead = async () => {
    const [row] = await admin`select sum(shared_blks_hit + shared_blks_read)::float8 as pages
      from pg_stat_statements where query not like '%pg_stat_statements%'`;
    return Number(row?.pages);
  };
  try {
    await admin`create extension pg_stat_statements`;
    const merchantId = newId('merchant');
    const vaultId = newId('vault');
    await db.insert(merchants).values({ id: merchantId, name: 'Bench' });
    await db.insert(vaults).values({
      ...{ id: vaultId, merchantId, chain: 'local', address: `0x${'a'.repeat(40)}`, namespace: 1n },
      ...{ signerAddress: `0x${'b'.repeat(40)}`, signerKey: 'none', feeCollector: `0x${'c'.repeat(40)}` },
    });
    const terms = { fee: 500_000n, minimum: 1_000_000n, maximum: 10n ** 12n };
    await db.insert(merchantAssets).values({ merchantId, chain: 'local', symbol: 'USDT', ...terms });
    const storied = Math.min(count, mostStoried);
    await growPayouts(connection, { merchantId, vaultId, count, storied, days, now: new Date(), stale });
    return await measure(db, merchantId, count, pagesRead);
  } finally {
    await admin.end();
    await close();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

export function printDesk({ few, many }: DeskFigures): void {
  const cell = (value: number) => value.toFixed(1).padStart(10);
  const head = ['p50', 'p95', `of ${fewRows}`, 'pages', `of ${fewRows}`].map((word) => word.padStart(10)).join('');
  console.log(`\n${`the desk over ${rows} payouts, ms`.padEnd(42)}${head}`);
  const missed: string[] = [];
  many.reads.forEach(({ name, latency, pages }, index) => {
    const small = few.reads[index]?.latency.p95 ?? Number.NaN;
    const read = [pages, few.reads[index]?.pages ?? Number.NaN].map((one) => one.toFixed(0).padStart(10)).join('');
    const met = latency.p95 <= target && latency.p95 <= growth * small;
    if (!met) missed.push(name);
    const times = `${(latency.p95 / small).toFixed(1)} ×`;
    console.log(
      `${name.padEnd(42)}${cell(latency.p50)}${cell(latency.p95)}${cell(small)}${read}  ${times} ${met ? 'met' : 'MISSED'}`,
    );
  });
  const { bare, kept, exported } = many;
  console.log(`${`bare select of ${pageSize} rows`.padEnd(42)}${cell(bare.p50)}${cell(bare.p95)}${cell(few.bare.p95)}`);
  console.log(
    `keeping thirty days of hours once: ${kept.hours.toFixed(1)} s; what is open: ${kept.liabilities.toFixed(1)} s`,
  );
  console.log(`export: ${exported.perSecond.toFixed(0)} rows a second, memory up by ${exported.grownMb.toFixed(0)} MB`);
  noteTarget({
    what: `the desk with ${rows} payouts`,
    figure: `${many.reads.length - missed.length} of ${many.reads.length} reads within it`,
    target: `p95 ≤ ${growth} × that of ${fewRows}, ≤ ${target} ms`,
    met: missed.length === 0,
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) printDesk(await benchDesk());
