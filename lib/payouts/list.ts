import { type Context, requirePermission } from '@/lib/access/actor';
import { Refusal } from '@/lib/kernel/errors';
import { idPattern } from '@/lib/kernel/ids';
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
    olderThan: query.cursor === undefined ? undefined : readCursor(query.cursor),
    limit: query.limit + 1,
  });
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    data: await presentAll(ctx.db, merchantId, page),
    next_cursor: rows.length > page.length && last ? Buffer.from(last.id).toString('base64url') : null,
  };
}

/** No payout is from before 1970, and the database knows no year 0. */
function momentOf(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(Math.max(0, Date.parse(text)));
}

function readCursor(cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString();
  if (idPattern('payout').test(id)) return id;
  throw new Refusal('invalid_request', { field: 'cursor', detail: 'This cursor is not one of ours.' });
}
