import { type Context, requirePermission } from '@/lib/access/actor';
import { cursorAt, momentOf, readCursor } from '@/lib/kernel/page-cursor';
import { presentAll } from './present';
import type { ListPayoutsQuery, PayoutPage } from './schema';
import { selectPayouts } from './store';

/** A page of the acting merchant's payouts, newest first. The cursor stays true while new payouts arrive. */
export async function listPayouts(ctx: Context, query: ListPayoutsQuery): Promise<PayoutPage> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const rows = await selectPayouts(ctx.db, {
    merchantId,
    status: query.status,
    reference: query.reference,
    chain: query.chain,
    symbol: query.asset,
    delivery: query.delivery,
    recipient: query.recipient?.toLowerCase(),
    createdAfter: momentOf(query.created_after),
    createdBefore: momentOf(query.created_before),
    olderThan: query.cursor === undefined ? undefined : readCursor('payout', query.cursor),
    limit: query.limit + 1,
  });
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    data: await presentAll(ctx.db, merchantId, page),
    next_cursor: rows.length > page.length && last ? cursorAt(last.id) : null,
  };
}
