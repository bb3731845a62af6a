import type { Context } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { addDays, dayOf, endOf } from '@/lib/reconcile/core/day';
import { type DuePair, selectDue } from './due-store';
import { openReconciliation } from './open';

/** How long after its end a day may wait for its last block to become final before it is said not to be checked. */
const graceSeconds = 2 * 3_600;
/** How long after a failed reading the day is tried again. */
const retrySeconds = 600;

/** Opens the reconciliation of every day that is over, final and not closed yet, the oldest first. Returns how many. */
export async function openDueCloses(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  const yesterday = addDays(dayOf(now), -1);
  let opened = 0;
  for (const pair of await selectDue(ctx.db, yesterday)) {
    const day = pair.lastComplete ? addDays(pair.lastComplete, 1) : yesterday;
    if (day > yesterday || !isDue(pair, day, now)) continue;
    await openReconciliation(ctx, { merchantId: pair.merchantId, chain: pair.chain, day });
    opened += 1;
  }
  return opened;
}

function isDue({ finalTime, createdAt, uncheckedDay, uncheckedAt }: DuePair, day: string, now: Date): boolean {
  if (createdAt >= endOf(day)) return false;
  if (uncheckedDay === day && uncheckedAt && now < addSeconds(uncheckedAt, retrySeconds)) return false;
  return finalTime >= endOf(day) || now >= addSeconds(endOf(day), graceSeconds);
}
