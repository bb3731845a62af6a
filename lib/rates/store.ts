import { asc, inArray, notInArray, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { rateFeeds, ratePrices, rateReadings } from '@/db/schema';
import type { RateFeedKey } from '@/db/vocabulary/rates';
import type { Evidence, Known } from './agree';
import type { Reading } from './feed';

export type FeedState = typeof rateFeeds.$inferSelect;

const unit = (against: string) => (against === 'USDT' ? 'USDT' : 'USD');

/** All that is known of some currencies at a moment. */
export async function selectEvidence(db: Queryable, currencies: readonly string[], at: Date): Promise<Evidence> {
  const wanted = [...currencies];
  const [readings, prices] = await Promise.all([
    db
      .select()
      .from(rateReadings)
      .where(inArray(rateReadings.currency, wanted))
      .orderBy(asc(rateReadings.currency), asc(rateReadings.feed)),
    db.select().from(ratePrices).where(inArray(ratePrices.currency, wanted)).orderBy(asc(ratePrices.currency)),
  ]);
  return {
    at,
    readings: readings.map(({ numerator, denominator, against, ...reading }) => ({
      ...reading,
      against: unit(against),
      price: { numerator, denominator },
    })),
    known: prices.map(({ currency, numerator, denominator, agreedAt }) => ({
      ...{ currency, agreedAt },
      price: { numerator, denominator },
    })),
  };
}

export async function selectFeeds(db: Queryable): Promise<FeedState[]> {
  return db.select().from(rateFeeds).orderBy(asc(rateFeeds.feed));
}

export async function findFeed(db: Queryable, feed: RateFeedKey): Promise<FeedState | null> {
  const [row] = await db
    .select()
    .from(rateFeeds)
    .where(inArray(rateFeeds.feed, [feed]));
  return row ?? null;
}

const newer = (name: string) => sql.raw(`excluded.${name}`);

export async function saveReadings(tx: Tx, readings: readonly Reading[]): Promise<void> {
  if (readings.length === 0) return;
  const rows = readings.map(({ price, ...reading }) => ({ ...reading, ...price }));
  const set = {
    ...{ against: newer('against'), numerator: newer('numerator'), denominator: newer('denominator') },
    ...{ observedAt: newer('observed_at'), readAt: newer('read_at'), validUntil: newer('valid_until') },
  };
  await tx
    .insert(rateReadings)
    .values(rows)
    .onConflictDoUpdate({ target: [rateReadings.feed, rateReadings.currency], set });
}

/** What was said by feeds that are asked no more counts for nothing. */
export async function deleteReadings(db: Queryable, asked: readonly RateFeedKey[]): Promise<void> {
  await db.delete(rateReadings).where(notInArray(rateReadings.feed, [...asked]));
}

export async function saveFeed(tx: Tx, { feed, ...set }: FeedState): Promise<void> {
  await tx
    .insert(rateFeeds)
    .values({ feed, ...set })
    .onConflictDoUpdate({ target: rateFeeds.feed, set });
}

export async function savePrice(tx: Tx, { currency, price, agreedAt }: Known): Promise<void> {
  const set = { ...price, agreedAt };
  await tx
    .insert(ratePrices)
    .values({ currency, ...set })
    .onConflictDoUpdate({ target: ratePrices.currency, set });
}
