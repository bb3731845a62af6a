import type { Queryable } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import {
  countHours,
  deleteHours,
  type Hour,
  insertHours,
  lockHours,
  type Span,
  selectHours,
  selectMerchantIds,
} from './figures-store';

const hourMs = 3_600_000;
export const daysShown = 30;
/** An hour is kept this long after its end: no transaction that began within it is still open then. */
const settleMs = 5 * 60_000;
/** So many hours are counted in one go, to hold no reading open for long. */
const hoursAtOnce = 24;

export const startOfHour = (time: number) => new Date(Math.floor(time / hourMs) * hourMs);
export const startOfDay = (time: number) => new Date(Math.floor(time / 86_400_000) * 86_400_000);

/** The span that the desk looks back over, from the beginning of a day (UTC) to now. */
export function spanShown(merchantId: string, now: Date): Span {
  return {
    merchantId,
    from: startOfDay(now.getTime() - (daysShown - 1) * 86_400_000),
    to: new Date(now.getTime() + 1),
  };
}

/** Full hours of a span that are not among these, put together into spans without a gap. */
function gaps(span: Span, known: readonly Hour[]): Span[] {
  const have = new Set(known.map(({ hour }) => hour.getTime()));
  const missing: Span[] = [];
  for (let at = span.from.getTime(); at < span.to.getTime(); at += hourMs) {
    if (have.has(at)) continue;
    const to = new Date(Math.min(at + hourMs, span.to.getTime()));
    const last = missing.at(-1);
    if (last?.to.getTime() === at) last.to = to;
    else missing.push({ merchantId: span.merchantId, from: new Date(at), to });
  }
  return missing;
}

/** Every hour of a span: kept figures where there are some, the rest counted now. */
export async function readHours(db: Queryable, span: Span): Promise<Hour[]> {
  const kept = await selectHours(db, span);
  const counted = await Promise.all(gaps(span, kept).map((gap) => countHours(db, gap)));
  return [...kept, ...counted.flat()];
}

/** Keeps the figures of the hours that are over, a day's worth at a time. Answers how many were missing. */
export async function keepHours(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  let kept = 0;
  for (const merchantId of await selectMerchantIds(ctx.db)) {
    const span = { ...spanShown(merchantId, now), to: startOfHour(now.getTime() - settleMs) };
    const [gap] = gaps(span, await selectHours(ctx.db, span));
    if (!gap) continue;
    const to = new Date(Math.min(gap.to.getTime(), gap.from.getTime() + hoursAtOnce * hourMs));
    kept += await keepSpan(ctx, { ...gap, to });
  }
  return kept;
}

async function keepSpan(ctx: Context, span: Span): Promise<number> {
  return ctx.db.transaction(async (tx) => {
    await lockHours(tx, span.merchantId);
    const counted = new Map((await countHours(tx, span)).map((hour) => [hour.hour.getTime(), hour.figures]));
    const hours: Hour[] = [];
    for (let at = span.from.getTime(); at < span.to.getTime(); at += hourMs) {
      hours.push({ hour: new Date(at), figures: counted.get(at) ?? [] });
    }
    await insertHours(tx, span.merchantId, hours);
    await deleteHours(tx, span.merchantId, new Date(span.from.getTime() - 2 * daysShown * 86_400_000));
    return hours.length;
  });
}
