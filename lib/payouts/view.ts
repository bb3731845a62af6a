import { type Context, requirePermission } from '@/lib/access/actor';
import { Refusal } from '@/lib/kernel/errors';
import type { PayoutAnswer } from '@/lib/wire/payout';
import { readAndPresent } from './present';
import { findPayout } from './store';

/** One payout of the acting merchant. Refuses: not_found, also for another merchant's. */
export async function viewPayout(ctx: Context, id: string): Promise<PayoutAnswer> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const payout = await findPayout(ctx.db, merchantId, id);
  if (!payout) throw new Refusal('not_found', { detail: `There is no payout ${id}.` });
  return readAndPresent(ctx.db, payout);
}
