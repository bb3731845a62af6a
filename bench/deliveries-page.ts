// A page of deliveries out of a million, of one merchant with ten endpoints, beside the barest query for as many rows.
// Alone: node scripts/run.js bench/deliveries-page.ts
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { asc, eq, sql } from 'drizzle-orm';
import { connect, type Database } from '@/db/client';
import { startPostgres } from '@/db/embedded';
import { migrateDatabase } from '@/db/migrate';
import { deliveries } from '@/db/schema';
import type { Context } from '@/lib/access/actor';
import { shippedRows } from '@/lib/chains/shipped-rows';
import { systemClock } from '@/lib/kernel/clock';
import { listDeliveries, viewDelivery } from '@/lib/webhooks/sending/deliveries';
import { makeEndpoint, makeMerchant } from '@/lib/webhooks/testing/fixtures';
import { type Spread, spreadOf } from './spread';

const root = fileURLToPath(new URL('../', import.meta.url));
const rows = 1_000_000;
const endpointCount = 10;
const runs = 200;
const target = 100;

export type PageFigures = { pages: { name: string; latency: Spread }[]; bare: Spread };

/** A million deliveries with an attempt each: one in a thousand exhausted, as many pending, the rest delivered. */
async function fill(db: Database, merchantId: string, endpointIds: string[]): Promise<void> {
  const ids = sql`'06e' || lpad(n::text, 23, '0')`;
  const endpoint = sql`(${JSON.stringify(endpointIds)}::jsonb ->> (n % ${endpointCount}::int))`;
  await db.execute(sql`
    insert into events (id, merchant_id, type, subject_kind, subject_id, subject_version, data, created_at, sequence, fanned_out_at)
    select 'ev_' || ${ids}, ${merchantId}, 'payout.completed', 'payout', 'po_' || ${ids}, 3, '{"status": "completed"}',
      now() - (${rows}::int - n) * interval '1 second', n, now()
    from generate_series(1, ${rows}::int) n`);
  await db.execute(sql`
    insert into deliveries (id, merchant_id, event_id, endpoint_id, subject_id, position, status, attempts, tries,
      started_at, next_attempt_at, created_at, delivered_at)
    select 'de_' || ${ids}, ${merchantId}, 'ev_' || ${ids}, ${endpoint}, 'po_' || ${ids}, n,
      case n % 1000 when 7 then 'exhausted' when 13 then 'pending' else 'delivered' end, 1, 1, now(), now(), now(),
      case when n % 1000 in (7, 13) then null else now() end
    from generate_series(1, ${rows}::int) n`);
  await db.execute(sql`
    insert into attempts (merchant_id, delivery_id, number, started_at, duration_ms, url, status, answer)
    select ${merchantId}, 'de_' || ${ids}, 1, now(), 12, 'https://example.com/webhooks', 204, ''
    from generate_series(1, ${rows}::int) n`);
  await db.execute(sql`vacuum analyze`);
}

async function timed(work: () => Promise<unknown>): Promise<Spread> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return spreadOf(times);
}

async function measure(db: Database, merchantId: string, endpointIds: string[]): Promise<PageFigures> {
  const actor = { kind: 'api_key', keyId: 'key_bench', merchantId, scopes: ['webhooks:read'] } as const;
  const ctx: Context = { db, clock: systemClock, actor, requestId: 'req_bench' };
  const limit = 25;
  const [endpoint = ''] = endpointIds;
  const [first] = await db.select().from(deliveries).orderBy(asc(deliveries.id)).limit(1);
  const [middle] = await db
    .select()
    .from(deliveries)
    .where(eq(deliveries.position, rows / 2))
    .limit(1);
  if (!first || !middle) throw new Error('The table was not filled');
  const cursor = Buffer.from(middle.id).toString('base64url');
  const pages: [string, () => Promise<unknown>][] = [
    ['newest', () => listDeliveries(ctx, { limit })],
    ['from the middle', () => listDeliveries(ctx, { limit, cursor })],
    ['of one endpoint', () => listDeliveries(ctx, { limit, endpoint })],
    ['exhausted', () => listDeliveries(ctx, { limit, status: 'exhausted' })],
    ['exhausted, from the middle', () => listDeliveries(ctx, { limit, status: 'exhausted', cursor })],
    ['pending of one endpoint', () => listDeliveries(ctx, { limit, status: 'pending', endpoint })],
    ['of one payout', () => listDeliveries(ctx, { limit, payout: first.subjectId })],
    ['one delivery with its attempts', () => viewDelivery(ctx, first.id)],
  ];
  const measured = [];
  for (const [name, work] of pages) measured.push({ name, latency: await timed(work) });
  const bare = await timed(() =>
    db.execute(sql`select * from deliveries where merchant_id = ${merchantId} order by id desc limit 26`),
  );
  return { pages: measured, bare };
}

export async function benchDeliveriesPage(): Promise<PageFigures> {
  mkdirSync(path.join(root, '.tmp'), { recursive: true });
  const directory = mkdtempSync(path.join(root, '.tmp', 'bench-deliveries-'));
  const server = await startPostgres(directory);
  process.env.SECRETS_KEY ??= randomBytes(32).toString('base64');
  process.env.DATABASE_URL = server.ownerUrl;
  await migrateDatabase(server.ownerUrl, shippedRows);
  const { db, close } = connect(server.ownerUrl, 2);
  try {
    const merchantId = await makeMerchant(db, 'Bench');
    const made = [];
    for (let index = 0; index < endpointCount; index++) {
      made.push(await makeEndpoint(db, { merchantId, url: `https://example.com/webhooks/${index}` }));
    }
    const endpointIds = made.map((endpoint) => endpoint.id);
    await fill(db, merchantId, endpointIds);
    return await measure(db, merchantId, endpointIds);
  } finally {
    await close();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

export function printDeliveriesPage({ pages, bare }: PageFigures): void {
  const cell = (value: number) => value.toFixed(2).padStart(10);
  console.log(`\n${`a page out of ${rows} deliveries, ms`.padEnd(52)}${'p50'.padStart(10)}${'p95'.padStart(10)}`);
  for (const { name, latency } of pages) {
    const verdict = latency.p95 <= target ? 'met' : 'MISSED';
    console.log(`${name.padEnd(52)}${cell(latency.p50)}${cell(latency.p95)}  p95 of at most ${target}: ${verdict}`);
  }
  console.log(`${'bare select of as many rows'.padEnd(52)}${cell(bare.p50)}${cell(bare.p95)}`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) printDeliveriesPage(await benchDeliveriesPage());
