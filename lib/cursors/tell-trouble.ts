import type { Database } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { keepTrouble } from './store';

/** The same trouble is written down again after this time. */
const againMs = 10_000;
type KnownTroubles = Map<ChainKey, { reason: string; at: number }>;
const toldTo = new WeakMap<Database, KnownTroubles>();

/** Keeps why a chain could not be read, for the health page. */
export async function tellTrouble(ctx: Context, chain: ChainKey, reason: string): Promise<void> {
  const at = ctx.clock.now();
  const told: KnownTroubles = toldTo.get(ctx.db) ?? new Map();
  const last = told.get(chain);
  if (last?.reason === reason && at.getTime() - last.at < againMs) return;
  toldTo.set(ctx.db, told.set(chain, { reason, at: at.getTime() }));
  await keepTrouble(ctx.db, { chain, reason, at });
}
