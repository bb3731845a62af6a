// A thousand reward callbacks a second offered to the verb that takes them, each signed and new: how many are booked, how soon, and
// whether any is lost. Without HTTP. Alone: node scripts/run.js bench/rewards.ts
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { sql } from 'drizzle-orm';
import { connect, type Database } from '@/db/client';
import { startPostgres } from '@/db/embedded';
import { migrateDatabase } from '@/db/migrate';
import { merchantAssets, merchants } from '@/db/schema';
import { scopes } from '@/db/vocabulary/people';
import type { Context } from '@/lib/access/actor';
import { shippedRows } from '@/lib/chains/shipped-rows';
import { systemClock } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { createRewardSourceBody } from '@/lib/rewards/schema';
import { offer } from './reward-callback';
import { type Spread, spreadOf } from './spread';

const root = fileURLToPath(new URL('../', import.meta.url));
const perSecond = 1_000;
const seconds = 10;
const warmUp = 500;
const token = 'token-of-the-bench';

export type RewardFigures = {
  offered: number;
  /** Taken, as a callback that is answered 200. */
  booked: number;
  /** Rows of rewards, and what their users have: no more and no less than was answered. */
  rows: number;
  coins: number;
  perSecond: number;
  latency: Spread;
};

async function measure(db: Database, merchantId: string): Promise<RewardFigures> {
  // Not before the settings are there that these read.
  const { createRewardSource } = await import('@/lib/rewards/sources');
  const { receiveReward } = await import('@/lib/rewards/receive');
  const actor = { kind: 'api_key', keyId: 'key_bench', merchantId, scopes } as const;
  const ctx: Context = { db, clock: systemClock, requestId: 'req_bench', actor };
  const body = { asset: 'USDT', chain: 'local', rate: { coins: 1000, amount: '1.00' }, token, currencies: ['Coins'] };
  const { id } = await createRewardSource(ctx, createRewardSourceBody.parse(body));
  const claimant: Context = { ...ctx, actor: { kind: 'claimant' } };
  const take = (search: string) => receiveReward(claimant, { params: { source: id }, search });
  await offer(take, { token, perSecond, count: warmUp });
  const { answers, ms } = await offer(take, { token, perSecond, count: perSecond * seconds });
  const [counted] = await db.execute<{ rows: number; coins: number }>(sql`
    select (select count(*)::int from rewards) as rows, (select sum(coins)::int from reward_purses) as coins`);
  return {
    offered: answers.length,
    booked: answers.filter(({ isTaken }) => isTaken).length,
    rows: (counted?.rows ?? 0) - warmUp,
    coins: (counted?.coins ?? 0) - warmUp * 10,
    perSecond: (answers.length * 1000) / ms,
    latency: spreadOf(answers.map((answer) => answer.ms)),
  };
}

export async function benchRewards(): Promise<RewardFigures> {
  mkdirSync(path.join(root, '.tmp'), { recursive: true });
  const directory = mkdtempSync(path.join(root, '.tmp', 'bench-rewards-'));
  const server = await startPostgres(directory);
  process.env.SECRETS_KEY ??= randomBytes(32).toString('base64');
  process.env.LOG_LEVEL = 'error';
  process.env.DATABASE_URL = server.ownerUrl;
  await migrateDatabase(server.ownerUrl, shippedRows);
  const connection = connect(server.ownerUrl, 10);
  try {
    const merchantId = newId('merchant');
    await connection.db.insert(merchants).values({ id: merchantId, name: 'Bench' });
    const terms = { fee: 500_000n, minimum: 1_000_000n, maximum: 10n ** 12n };
    await connection.db.insert(merchantAssets).values({ merchantId, chain: 'local', symbol: 'USDT', ...terms });
    return await measure(connection.db, merchantId);
  } finally {
    await connection.close();
    await server.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

export function printRewards({ offered, booked, rows, coins, latency, ...figures }: RewardFigures): void {
  const isWhole = booked === offered && rows === booked && coins === booked * 10;
  console.log(`\nrewards: ${offered} callbacks offered, ${perSecond} a second`);
  console.log(`booked ${booked}, rows ${rows}, coins ${coins}: none lost: ${isWhole ? 'met' : 'MISSED'}`);
  console.log(
    `answered ${figures.perSecond.toFixed(0)} a second, p50 ${latency.p50.toFixed(1)} ms, p95 ${latency.p95.toFixed(1)} ms`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  printRewards(await benchRewards());
  process.exit();
}
