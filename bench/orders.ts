// A sweep of what is due out of a hundred thousand open orders, beside as many payouts made alone.
// Alone: node scripts/run.js bench/orders.ts
import { pathToFileURL } from 'node:url';
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { scopes } from '@/db/vocabulary/people';
import type { Context } from '@/lib/access/actor';
import { systemClock } from '@/lib/kernel/clock';
import { selectDueOrders } from '@/lib/orders/clock/due-store';
import { releaseDue } from '@/lib/orders/clock/release-due';
import { createPayoutBody } from '@/lib/payouts/schema';
import { createPayout } from '@/lib/payouts/terms/create';
import { withMerchant } from './merchant';
import { type BareFigures, writeBare } from './orders-bare';
import { type Spread, spreadOf } from './spread';

const rows = 100_000;
const due = 1_000;
const lanes = 4;
const runs = 50;
/** Milliseconds in which a sweep of all open orders finds what is due and releases all of it. */
const targetMs = 1_000;

export type OrderFigures = {
  found: Spread;
  releasedMs: number;
  ownMs: number;
  released: number;
  bare: BareFigures;
  aloneMs: number;
};

/** Open orders, of which every hundredth is due; the others are due within the next two weeks. */
async function fill(db: Database, merchantId: string): Promise<void> {
  await db.execute(sql`
    insert into orders (id, merchant_id, status, reference, rail, chain, symbol, token, decimals, amount, funded, held,
      buyer_id, seller_id, seller_address, grace_seconds, funded_at, delivered_at, auto_release_at, told_status, created_at, updated_at)
    select 'or_06e' || lpad(n::text, 23, '0'), ${merchantId}, 'delivered', 'order-' || n, 'contract', 'local', 'USDT',
      '0x' || repeat('1', 40), 6, 25000000, 25000000, 25000000, 'buyer-' || n, 'seller-' || n % 5000,
      '0x' || substr(md5('s' || n % 5000) || md5('t' || n % 5000), 1, 40), 1209600, now(), now(),
      now() + case when n % ${rows / due}::int = 0 then interval '-1 minute' else (n + 600) * interval '12 seconds' end,
      'delivered', now(), now()
    from generate_series(1, ${rows}::int) n`);
  await db.execute(sql`vacuum analyze orders`);
}

async function msOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** As many payouts as are due, made alone and in as many lanes: what a sweep could not be faster than. */
async function createAlone(ctx: Context): Promise<void> {
  const numbers = Array.from({ length: due }, (_, index) => index).values();
  const recipient = { type: 'wallet', address: `0x${'3c'.repeat(20)}` };
  const lane = async () => {
    for (const number of numbers) {
      const body = { amount: '25.00', asset: 'USDT', chain: 'local', recipient, reference: `alone-${number}` };
      await createPayout(ctx, createPayoutBody.parse(body));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function measure(db: Database, merchantId: string): Promise<OrderFigures> {
  const about = { db, clock: systemClock, requestId: 'req_bench' };
  const found: number[] = [];
  for (let run = 0; run < runs; run++) {
    found.push(await msOf(() => selectDueOrders(db, systemClock.now(), due)));
  }
  const worker: Context = { ...about, actor: { kind: 'system', job: 'bench' } };
  const before = process.cpuUsage();
  const releasedMs = await msOf(async () => {
    while (await releaseDue(worker));
  });
  const own = process.cpuUsage(before);
  const bare = await writeBare(db);
  const merchant: Context = { ...about, actor: { kind: 'api_key', keyId: 'key_bench', merchantId, scopes } };
  const aloneMs = await msOf(() => createAlone(merchant));
  const [counted] = await db.execute<{ released: number }>(
    sql`select count(*)::int as released from orders where status = 'releasing'`,
  );
  const ownMs = (own.user + own.system) / 1000;
  return { found: spreadOf(found), releasedMs, ownMs, released: counted?.released ?? 0, bare, aloneMs };
}

export async function benchOrders(): Promise<OrderFigures> {
  return withMerchant('orders', async (db, merchantId) => {
    await db.execute(sql`insert into api_keys (id, merchant_id, name, prefix, hash, scopes)
      values ('key_bench', ${merchantId}, 'Bench', 'dk', 'key_bench', '{payouts:read,payouts:write}')`);
    await fill(db, merchantId);
    return await measure(db, merchantId);
  });
}

export function printOrders({ found, releasedMs, ownMs, released, bare, aloneMs }: OrderFigures): void {
  const isMet = released === due && found.p95 + releasedMs <= targetMs;
  const parts = Object.entries(bare.parts).map(([name, ms]) => `${name} ${ms.toFixed(0)}`);
  console.log(`\norders: ${rows} open, ${due} due`);
  console.log(`a sweep finds what is due: p50 ${found.p50.toFixed(1)} ms, p95 ${found.p95.toFixed(1)} ms`);
  console.log(
    `all ${released} released by one worker: ${releasedMs.toFixed(0)} ms, of at most ${targetMs}: ${isMet ? 'met' : 'MISSED'}`,
  );
  console.log(`of the processor, our own process took ${ownMs.toFixed(0)} ms of that`);
  console.log(`the same rows by SQL alone, over one line: ${bare.totalMs.toFixed(0)} ms (${parts.join(', ')})`);
  console.log(`as many payouts made alone: ${(aloneMs / 1000).toFixed(2)} s`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  printOrders(await benchOrders());
  process.exit();
}
