import type { Queryable } from '@/db/client';
import { type Context, requirePermission, timeZoneOf } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { firstIdAt, timeOfId } from '@/lib/kernel/ids';
import { endOfDayIn, startOfDayIn } from '@/lib/kernel/time-zone';
import { presentAll } from '@/lib/payouts/present';
import type { PayoutAnswer } from '@/lib/wire/payout';
import { type Mark, readMark, writeCursor } from './cursor';
import { hasReference, type ListFilter, type Step, selectByIds, walk } from './list-store';
import { overdueAfterSeconds } from './overdue';
import {
  type PayoutFilters,
  type PayoutList,
  type PayoutListQuery,
  type PayoutRow,
  type PayoutSort,
  payoutRow,
  usualSort,
} from './schema';
import { asReference, asText, readSearch, type Search } from './search';

export const pageSize = 50;

/** Lists one page of the merchant's payouts by the filters of the desk. Refuses: invalid_request. */
export async function listForDesk(ctx: Context, query: PayoutListQuery): Promise<PayoutList> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const { mark, forward } = readMark(query);
  const wanted = wantedFrom(ctx, merchantId, query);
  const { step, foundBy } = await findPage(ctx.db, wanted, { mark, forward }, pageSize + 1);
  const shown = step.found.slice(0, pageSize);
  const more = step.found.length > pageSize;
  const stopped = more ? null : step.stoppedAt;
  const begins = foundBy === 'reference';
  const sort = sortOf(query, begins);
  const cursor = (key: readonly string[] | undefined) => writeCursor(key ? { sort, begins, key } : null);
  const onward = cursor(more ? shown.at(-1)?.key : stopped?.key);
  const back = mark ? cursor(shown.at(0)?.key ?? mark.key) : null;
  const ids = shown.map(({ id }) => id);
  return {
    rows: await readRows(ctx.db, merchantId, forward ? ids : ids.toReversed()),
    sort,
    after: forward ? onward : back,
    before: forward ? back : onward,
    looked_back_to: stopped && timeOfId(stopped.id).toISOString(),
    found_by: foundBy,
  };
}

type Page = { mark: Mark | null; forward: boolean };

/** As asked; else the newest first, and what a reference begins with by reference, since an index leads there. */
export function sortOf({ sort }: Pick<PayoutFilters, 'sort'>, begins: boolean): PayoutSort {
  return sort ?? (begins ? 'reference' : usualSort);
}

/**
 * Looks for what the text most likely is; for references that begin with it where one is just that; then for where it stands
 * in references and descriptions, and where enough was looked through without finding it, for references that begin so.
 * An index leads to what begins so, however old it is.
 */
export async function findPage(
  db: Queryable,
  wanted: ListFilter,
  { mark, forward }: Page,
  limit: number,
): Promise<{ step: Step; foundBy: PayoutList['found_by'] }> {
  const { search } = wanted;
  const key = mark?.key ?? null;
  const walkBy = (by: Search | null) => {
    const sort = sortOf(wanted, by?.by === 'reference');
    return walk(db, { ...wanted, search: by }, { sort, key, forward }, limit);
  };
  if (!search) return { step: await walkBy(null), foundBy: null };
  const beginning = async () => ({ step: await walkBy(asReference(search.text)), foundBy: 'reference' }) as const;
  if (mark?.begins) return beginning();
  if (mark === null && search.by === 'text' && (await hasReference(db, wanted.merchantId, search.text))) {
    const begins = await beginning();
    if (begins.step.found.length > 0) return begins;
  }
  const step = await walkBy(search);
  const isDone = mark !== null || step.found.length > 0;
  if (isDone || (search.by !== 'text' && step.stoppedAt)) return { step, foundBy: search.by };
  const text = search.by === 'text' ? step : await walkBy(asText(search.text));
  if (text.found.length > 0 || !text.stoppedAt) return { step: text, foundBy: 'text' };
  const begins = await beginning();
  return begins.step.found.length > 0 ? begins : { step: text, foundBy: 'text' };
}

export function wantedFrom(ctx: Context, merchantId: string, filters: PayoutFilters): ListFilter {
  const { q, status, needs, rail, delivery, chain, asset, amount_min, amount_max, from, to, sort } = filters;
  const zone = timeZoneOf(ctx);
  return {
    merchantId,
    search: q === undefined ? null : readSearch(q),
    ...{ sort, status, needs, rail, delivery, chain, symbol: asset, least: amount_min, most: amount_max },
    from: from && firstIdAt('payout', startOfDayIn(zone, from)),
    to: to && firstIdAt('payout', endOfDayIn(zone, to)),
    overdueBefore: addSeconds(ctx.clock.now(), -overdueAfterSeconds),
  };
}

/** The payouts with these ids, in their order, each with its latest transfer. Leaves out what is not the merchant's. */
export async function readRows(db: Queryable, merchantId: string, ids: readonly string[]): Promise<PayoutRow[]> {
  return (await readPayouts(db, merchantId, ids)).map((payout) => payoutRow.parse(payout));
}

export async function readPayouts(db: Queryable, merchantId: string, ids: readonly string[]): Promise<PayoutAnswer[]> {
  const payouts = await selectByIds(db, merchantId, ids);
  return presentAll(
    db,
    merchantId,
    ids.flatMap((id) => payouts.get(id) ?? []),
  );
}
