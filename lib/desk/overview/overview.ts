import type { HourFigures, OpenFigures } from '@/db/schema/desk';
import { type Context, requirePermission, timeZoneOf } from '@/lib/access/actor';
import { overdueAfterSeconds, unansweredAfterSeconds } from '@/lib/desk/list/overdue';
import { addSeconds } from '@/lib/kernel/clock';
import { formatAmount } from '@/lib/kernel/money';
import { dayIn, startOfDayIn } from '@/lib/kernel/time-zone';
import { countUnresolved } from '@/lib/reconcile/core/difference-store';
import { breaker } from '@/lib/webhooks/endpoints/breaker';
import { ages } from './ages';
import { daysBefore, readHours, spanOf } from './hours';
import { readLiabilities } from './liabilities';
import { countNeeds, countStatuses, hasPayouts } from './needs-store';
import { maxCounted, type Overview, type StatusCounts } from './schema';
import { addWaitingTimes, barsOf, medianOf } from './waiting-times';

/** What waits for a person first, then how things go. */
export async function viewOverview(ctx: Context): Promise<Overview> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const now = ctx.clock.now();
  const zone = timeZoneOf(ctx);
  const days = daysBefore(zone, now);
  const starts = days.map((day) => startOfDayIn(zone, day));
  const facts = {
    overdueBefore: addSeconds(now, -overdueAfterSeconds),
    askedBefore: addSeconds(now, -unansweredAfterSeconds),
    failures: breaker.opensAfter,
  };
  const [counted, differences, hours, open, any] = await Promise.all([
    countNeeds(ctx.db, merchantId, facts),
    countUnresolved(ctx.db, merchantId, { upTo: maxCounted + 1 }),
    readHours(ctx.db, spanOf(merchantId, days, zone, now), starts),
    readLiabilities(ctx.db, merchantId, now),
    hasPayouts(ctx.db, merchantId),
  ]);
  const flat = hours.flatMap(({ hour, figures }) => {
    const day = dayIn(zone, hour.getTime());
    return figures.map((one) => ({ ...one, day }));
  });
  const waits = flat.reduce<number[]>((sum, one) => addWaitingTimes(sum, one.waits), []);
  return {
    needs: { ...counted, differences },
    today: today(dayIn(zone, now.getTime()), flat),
    days,
    paid: byAsset(flat).map((figures) =>
      series(
        figures,
        days,
        (one) => one.day,
        (one) => one.paid,
      ),
    ),
    waits: { bars: barsOf(waits), median: medianOf(waits) },
    open: openByAge(open),
    empty: !any,
  };
}

/** How many payouts of the merchant are in each state. */
export async function viewStatusCounts(ctx: Context): Promise<StatusCounts> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  return countStatuses(ctx.db, merchantId);
}

type OfDay = HourFigures & { day: string };

function today(day: string, all: readonly OfDay[]): Overview['today'] {
  const figures = all.filter((one) => one.day === day);
  const sum = (pick: (one: HourFigures) => number) => figures.reduce((total, one) => total + pick(one), 0);
  return {
    day,
    created: sum((one) => one.created),
    paid: sum((one) => one.paid),
    assets: byAsset(figures).map((ofAsset) => ({
      ...assetOf(ofAsset),
      created: ofAsset.reduce((total, one) => total + one.created, 0),
      paid: ofAsset.reduce((total, one) => total + one.paid, 0),
      amount: amountOf(ofAsset),
    })),
    median_wait: medianOf(figures.reduce<number[]>((total, one) => addWaitingTimes(total, one.waits), [])),
  };
}

type Asset = Pick<HourFigures, 'chain' | 'symbol' | 'decimals'> & { units: string };

/** Groups of one asset each, in the order of chain and symbol; never empty. */
function byAsset<T extends Asset>(figures: readonly T[]): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of figures) {
    const key = `${one.chain} ${one.symbol} ${one.decimals}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.keys()].toSorted().map((key) => groups.get(key) ?? []);
}

function assetOf([first]: readonly Asset[]): { chain: Asset['chain']; symbol: string } {
  if (!first) throw new Error('A group has a member');
  return { chain: first.chain, symbol: first.symbol };
}

function amountOf(figures: readonly Asset[]): string {
  const total = figures.reduce((sum, one) => sum + BigInt(one.units), 0n);
  return formatAmount(total, figures[0]?.decimals ?? 0);
}

function series<T extends Asset, Key>(
  figures: readonly T[],
  keys: readonly Key[],
  keyOf: (one: T) => Key,
  countOf: (one: T) => number,
): Overview['paid'][number] {
  const groups = keys.map((key) => figures.filter((one) => keyOf(one) === key));
  const decimals = figures[0]?.decimals ?? 0;
  return {
    ...assetOf(figures),
    counts: groups.map((group) => group.reduce((sum, one) => sum + countOf(one), 0)),
    amounts: groups.map((group) => (group.length > 0 ? amountOf(group) : formatAmount(0n, decimals))),
    total: amountOf(figures),
  };
}

function openByAge({ figures, asOf }: { figures: OpenFigures[]; asOf: Date }): Overview['open'] {
  const keys = ages.map((_, index) => index);
  return {
    as_of: asOf.toISOString(),
    ages: ages.map(({ words }) => words),
    assets: byAsset(figures).map((group) =>
      series(
        group,
        keys,
        (one) => one.age,
        (one) => one.count,
      ),
    ),
  };
}
