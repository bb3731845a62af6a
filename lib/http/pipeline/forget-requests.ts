import type { Context } from '@/lib/access/actor';
import { deleteOldCounts, deleteOldKeys, deleteOldNonces } from '@/lib/http/base/store';
import { hawkSkewSeconds } from '@/lib/http/identity/hawk';
import { windowSeconds } from '@/lib/http/identity/rate-limit';
import { addSeconds } from '@/lib/kernel/clock';
import { keptDays } from './idempotency';

/** A job: drops answers that are no longer replayed, counts of windows that are over and nonces that are too old to come again. */
export const forgetRequests = {
  name: 'forget-requests',
  everyMs: 10 * 60_000,
  async run(ctx: Context): Promise<boolean> {
    const now = ctx.clock.now();
    await deleteOldKeys(ctx.db, addSeconds(now, -keptDays * 86_400));
    await deleteOldCounts(ctx.db, addSeconds(now, -2 * windowSeconds));
    // A minute more than counts, so that clocks of several portals may differ.
    await deleteOldNonces(ctx.db, addSeconds(now, -hawkSkewSeconds - 60));
    return false;
  },
};
