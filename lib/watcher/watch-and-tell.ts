import type { Database } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { keepTrouble } from '@/lib/cursors/store';
import { Refusal } from '@/lib/kernel/errors';
import { watchChain } from './watch';

/** The same trouble is written down again after this time. */
const againMs = 10_000;
type KnownTroubles = Map<ChainKey, { reason: string; at: number }>;
const toldTo = new WeakMap<Database, KnownTroubles>();

/** A step along a chain. What keeps the node from being read is kept for the health page. */
export async function watchAndTell(ctx: Context, chain: ChainKey): Promise<boolean> {
  try {
    return await watchChain(ctx, chain);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'chain_unavailable') await tell(ctx, chain, error.message);
    throw error;
  }
}

async function tell(ctx: Context, chain: ChainKey, reason: string): Promise<void> {
  const at = ctx.clock.now();
  const told: KnownTroubles = toldTo.get(ctx.db) ?? new Map();
  const last = told.get(chain);
  if (last?.reason === reason && at.getTime() - last.at < againMs) return;
  toldTo.set(ctx.db, told.set(chain, { reason, at: at.getTime() }));
  await keepTrouble(ctx.db, { chain, reason, at });
}
