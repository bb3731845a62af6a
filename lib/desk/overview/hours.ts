import type { Queryable } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { addDays, dayIn, startOfDayIn, type TimeZone } from '@/lib/kernel/time-zone';
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
const graceMs = 5 * 60_000;
/** So many hours are counted in one go, to hold no reading open for long. */
const hoursAtOnce = 24;

export const startOfHour = (time: number) => new Date(Math.floor(time / hourMs) * hourMs);

/** The days that the desk looks back over, as the zone counts them; the last one is today. */
export function daysBefore(zone: TimeZone, now: Date): string[] {
  const today = dayIn(zone, now.getTime());
  return Array.from({ length: daysShown }, (_, index) => addDays(today, index + 1 - daysShown));
}

/** From the beginning of the first hour of these days to now. No zone's days begin earlier than those of `keepHours`. */
export function spanOf(merchantId: string, days: readonly string[], zone: TimeZone, now: Date): Span {
  const [first = dayIn(zone, now.getTime())] = days;
  return { merchantId, from: new Date(startOfDayIn(zone, first)), to: new Date(now.getTime() + 1) };
}

/**
 * What of a span is not among these hours, put together into spans without a gap. A cut ends one: what is counted before
 * and after it stays apart.
 */
function gaps(span: Span, known: readonly Hour[], cuts: ReadonlySet<number> = new Set()): Span[] {
  const have = new Set(known.map(({ hour }) => hour.getTime()));
  const ends = [...cuts].toSorted((a, b) => a - b);
  const end = span.to.getTime();
  const missing: Span[] = [];
  for (let at = span.from.getTime(), next = at; at < end; at = next) {
    const hour = startOfHour(at).getTime();
    next = Math.min(hour + hourMs, ends.find((cut) => cut > at) ?? end, end);
    if (have.has(hour)) continue;
    const last = missing.at(-1);
    if (last?.to.getTime() === at && !cuts.has(at)) last.to = new Date(next);
    else missing.push({ merchantId: span.merchantId, from: new Date(at), to: new Date(next) });
  }
  return missing;
}

/**
 * Every hour of a span: kept figures where there are some, the rest counted now. `days` are moments at which days begin:
 * where one lies within an hour, as in India, what was before and after it are counted apart.
 */
export async function readHours(db: Queryable, span: Span, days: readonly number[] = []): Promise<Hour[]> {
  const cuts = new Set(days.filter((start) => start % hourMs !== 0));
  const isCut = new Set([...cuts].map((start) => startOfHour(start).getTime()));
  const kept = (await selectHours(db, span)).filter(({ hour }) => !isCut.has(hour.getTime()));
  const counted = await Promise.all(gaps(span, kept, cuts).map((gap) => countHours(db, gap)));
  return [...kept, ...counted.flat()];
}

/** Keeps the figures of the hours that are over, a day's worth at a time. Answers how many were missing. */
export async function keepHours(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  let kept = 0;
  for (const merchantId of await selectMerchantIds(ctx.db)) {
    const first = new Date(startOfDayIn('UTC', addDays(dayIn('UTC', now.getTime()), -daysShown)));
    const span = { merchantId, from: first, to: startOfHour(now.getTime() - graceMs) };
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
