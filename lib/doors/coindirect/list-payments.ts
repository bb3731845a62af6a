import { type PayoutStatus, payoutStatuses } from '@/db/vocabulary/payouts';
import { type Context, requirePermission } from '@/lib/access/actor';
import { coindirectStatus } from '@/lib/dialects/coindirect-summary';
import { validate } from '@/lib/http/base/validate';
import type { CoindirectKey } from './authenticate';
import { requireOwnMerchant } from './merchant-id';
import { type PaymentAnswer, presentPayments } from './present';
import type { Asked } from './resource';
import { type ListQuery, listQuery } from './schema';
import { selectFiltered } from './store';

const dayMs = 86_400_000;

/** A day is meant whole. */
function endOf(moment: ListQuery['toDate']): Date | undefined {
  return moment && new Date(moment.at.getTime() + (moment.isDay ? dayMs : 1));
}

const statusesOf = (word: string): PayoutStatus[] =>
  payoutStatuses.filter((status) => coindirectStatus[status] === word);

/** The merchant's payouts in Coindirect's words, newest first unless asked otherwise. */
export async function listPayments(ctx: Context, asked: Asked, key: CoindirectKey | null): Promise<PaymentAnswer[]> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const query = validate(listQuery, asked.query, 'query');
  requireOwnMerchant(key, merchantId, query.merchantId);
  const rows = await selectFiltered(ctx.db, {
    merchantId,
    statuses: query.status && statusesOf(query.status),
    from: query.fromDate?.at,
    before: endOf(query.toDate),
    reference: query.customerReference,
    uuid: query.paymentExternalId,
    q: query.q,
    offset: query.offset,
    max: query.max,
    oldestFirst: query.order === 'asc',
  });
  return (await presentPayments(ctx.db, merchantId, rows)).map(({ payment }) => payment);
}
