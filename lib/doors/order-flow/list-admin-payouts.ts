import type { Context } from '@/lib/access/actor';
import { listPayouts } from '@/lib/payouts/list';
import { presentPayment } from './present';
import type { AdminPayoutsQuery } from './schema';

/** The merchant's payouts in the order flow's words, newest first. */
export async function listAdminPayouts(ctx: Context, query: AdminPayoutsQuery) {
  const page = await listPayouts(ctx, query);
  const data = page.data.map((payout) => presentPayment(payout, undefined));
  return { success: true as const, data, nextCursor: page.next_cursor };
}
