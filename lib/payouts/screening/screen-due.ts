import type { Context } from '@/lib/access/actor';
import { Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import { findPayout } from '@/lib/payouts/store';
import { endDue } from '@/lib/screening/due';
import { selectDue } from '@/lib/screening/store';
import { screenPayout } from './screen';

/** At most so many in one run, and so many at once. */
const most = { run: 100, together: 5 } as const;

/**
 * Screens payouts that were just made or approved and say where they go, so that a merchant hears at once of one that will
 * not be paid. It only tells earlier: each is screened again before anything is signed. True when there is more to do.
 */
export async function screenDue(ctx: Context): Promise<boolean | 'quiet'> {
  const due = await selectDue(ctx.db, ctx.clock.now(), most.run);
  for (let first = 0; first < due.length; first += most.together) {
    const some = due.slice(first, first + most.together);
    await Promise.all(some.map((key) => screenSafely(ctx, key)));
    await endDue(ctx.db, some);
  }
  return due.length === 0 ? 'quiet' : due.length === most.run;
}

/** One that cannot be screened holds up none of the others. */
async function screenSafely(ctx: Context, { merchantId, id }: { merchantId: string; id: string }): Promise<void> {
  const payout = await findPayout(ctx.db, merchantId, id);
  if (!payout?.recipientAddress || !['awaiting_approval', 'pending'].includes(payout.status)) return;
  try {
    await screenPayout(ctx, payout, payout.recipientAddress, 'created');
  } catch (error) {
    if (error instanceof Refusal && error.code === 'screening_held') return;
    log.error({ payout: id, err: error }, 'a payout could not be screened as it was made; it is before it is paid');
  }
}
