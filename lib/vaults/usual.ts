import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { perDay } from './coverage';
import { sumPaid } from './store';

const spanDays = 30;
/** A usual day changes slowly, and summing a month of a busy merchant takes a while. */
const keptForMs = 5 * 60_000;
const kept = new Map<string, { at: number; value: Promise<Usual> }>();

type Usual = ReadonlyMap<string, bigint>;

export const assetKey = (chain: ChainKey, symbol: string) => `${chain}:${symbol}`;

/** What payouts take from the merchant's vaults on a usual day, by asset, over the last 30 days. */
export function readUsual(ctx: Context, merchantId: string): Promise<Usual> {
  const now = ctx.clock.now();
  const known = kept.get(merchantId);
  if (known && Math.abs(now.getTime() - known.at) < keptForMs) return known.value;
  if (kept.size > 1_000) kept.clear();
  const value = sum(ctx, merchantId, now);
  kept.set(merchantId, { at: now.getTime(), value });
  value.catch(() => kept.delete(merchantId));
  return value;
}

async function sum(ctx: Context, merchantId: string, now: Date): Promise<Usual> {
  const paid = await sumPaid(ctx.db, merchantId, addSeconds(now, -spanDays * 86_400), now);
  return new Map(
    paid.map(({ chain, symbol, total, first }) => [assetKey(chain, symbol), perDay(total, first, now, spanDays)]),
  );
}
