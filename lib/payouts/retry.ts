import { type Context, requireScope } from '@/lib/access/actor';
import { Refusal } from '@/lib/kernel/errors';
import { move } from './move';
import { readAndPresent } from './present';
import type { PayoutAnswer } from './schema';
import { findPayout } from './store';

/**
 * Offers a failed payout again under the same claim id, so that the contract cannot pay it a second time.
 * Refuses: not_found, payout_state.
 */
export async function retryPayout(ctx: Context, id: string): Promise<PayoutAnswer> {
  const { merchantId } = requireScope(ctx, 'payouts:write');
  return ctx.db.transaction(async (tx) => {
    const payout = await findPayout(tx, merchantId, id);
    if (!payout) throw new Refusal('not_found', { detail: `There is no payout ${id}.` });
    const moved =
      payout.status === 'failed'
        ? await move(tx, ctx, payout, {
            to: 'pending',
            set: { failureReason: null },
            because: 'tried again by the merchant',
          })
        : null;
    if (!moved)
      throw new Refusal('payout_state', {
        detail: `Only a failed payout is tried again; this one is ${payout.status}.`,
      });
    return readAndPresent(tx, moved);
  });
}
