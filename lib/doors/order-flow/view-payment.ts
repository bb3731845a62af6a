import { type Context, requirePermission } from '@/lib/access/actor';
import { Refusal } from '@/lib/kernel/errors';
import { idPattern } from '@/lib/kernel/ids';
import { viewPayout } from '@/lib/payouts/view';
import { messageOf } from './messages';
import { presentOne } from './present';
import { findPayoutOfTask } from './store';

/** One payment, by what its gateway calls it or by our own id. Refuses: not_found. */
export async function viewPayment(ctx: Context, task: string) {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const id = idPattern('payout').test(task) ? task : await findPayoutOfTask(ctx.db, merchantId, task);
  if (id === null) throw new Refusal('not_found', { detail: 'There is no payment with this task.' });
  const payout = await viewPayout(ctx, id);
  return {
    success: true as const,
    message: messageOf(payout),
    data: await presentOne(ctx.db, merchantId, payout),
  };
}
