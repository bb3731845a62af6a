import { type Context, requirePermission } from '@/lib/access/actor';
import { findPage, readRows, wantedFrom } from '@/lib/desk/list/list';
import { maxNewer, type PayoutNews, type PayoutNewsQuery, usualSort } from '@/lib/desk/list/schema';

/**
 * How the rows of a page that is open are now, whether or not they would still be listed, and how many newer ones its
 * filters would let in: so that an open page stays true without its rows moving about.
 */
export async function newsForDesk(ctx: Context, query: PayoutNewsQuery): Promise<PayoutNews> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const { ids, top, ...filters } = query;
  const rows = await readRows(ctx.db, merchantId, ids);
  if (top === undefined || (filters.sort ?? usualSort) !== usualSort) return { rows, newer: 0 };
  const wanted = wantedFrom(ctx, merchantId, filters);
  const place = { mark: { sort: usualSort, begins: false, key: [top] }, forward: false };
  const { step, foundBy } = await findPage(ctx.db, wanted, place, maxNewer);
  return { rows, newer: foundBy === 'reference' ? 0 : step.found.length };
}
