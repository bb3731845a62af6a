import { type Context, requirePermission } from '@/lib/access/actor';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { lookAtSubmission } from '@/lib/gateways/submissions/follow';
import { listSubmissions } from '@/lib/gateways/submissions/view';
import { Refusal } from '@/lib/kernel/errors';
import { viewPayout } from '@/lib/payouts/view';
import type { PayoutAnswer } from '@/lib/wire/payout';

/**
 * Has the chain looked at for what a gateway was handed for a payout, because a hash was named. The hash itself is not believed:
 * it is found where it pays exactly this. Refuses: not_found, payout_state, already_paid, step-up.
 */
export async function lookForPayment(ctx: Context, id: string, hash: string): Promise<PayoutAnswer> {
  const { merchantId } = requirePermission(ctx, 'payouts:pay');
  // A person confirms their identity; a key has no way to.
  if (ctx.actor.kind === 'user') requireStepUp(ctx);
  const payout = await viewPayout(ctx, id);
  if (payout.status === 'completed') {
    if (payout.transfer?.hash.toLowerCase() === hash.toLowerCase()) return payout;
    throw new Refusal('already_paid', { detail: 'Another transfer paid it.' });
  }
  const [latest] = await listSubmissions(ctx, id);
  if (latest && (await lookAtSubmission(ctx, merchantId, latest.external_id))) return payout;
  throw new Refusal('payout_state', { detail: 'Its gateway has nothing of it in hand that could be looked for.' });
}
