import { type Context, requirePermission } from '@/lib/access/actor';
import { listPayouts } from '@/lib/payouts/list';
import { presentPayments } from './present';
import type { AdminPayoutsQuery } from './schema';

/** The merchant's payouts in the order flow's words, newest first. */
export async function listAdminPayouts(ctx: Context, query: AdminPayoutsQuery) {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const page = await listPayouts(ctx, query);
  const data = await presentPayments(ctx.db, merchantId, page.data);
  return { success: true as const, data, nextCursor: page.next_cursor };
}
