import { z } from 'zod';
import type { RateFeedKey } from '@/db/vocabulary/rates';
import { addSeconds } from '@/lib/kernel/clock';
import type { Ratio } from './ratio';

/** What a feed said of one currency, and until when that counts. */
export type Reading = {
  feed: RateFeedKey;
  currency: string;
  against: 'USD' | 'USDT';
  price: Ratio;
  observedAt: Date;
  readAt: Date;
  validUntil: Date;
};

/** What a feed answered: what could be read, and what was wrong with the rest, in words with the currency before them. */
export type Answered = { readings: Reading[]; troubles: string[] };

export type Feed = {
  key: RateFeedKey;
  /** How long after an answer it is asked again, in seconds. */
  everySeconds: number;
  /** Reads what it knows of these currencies. Throws nothing: what it could not read is a trouble. */
  read(currencies: readonly string[], now: Date): Promise<Answered>;
};

/** What is read every ten seconds is not used after this. */
export const freshSeconds = 60;
/** A time that lies further ahead of our clock is not believed, in seconds. */
const aheadSeconds = 60;

type Told = { price: Ratio; observedAt: Date | null; maxAgeSeconds: number; freshSeconds?: number };
type What = Pick<Reading, 'feed' | 'currency' | 'against'>;

/** A reading of what was told, or the trouble with its time. */
export function readingOf(what: What, told: Told, now: Date): Answered {
  const { price, observedAt, maxAgeSeconds } = told;
  if (observedAt && observedAt < addSeconds(now, -maxAgeSeconds)) {
    return troubled(what.currency, `its price is of ${observedAt.toISOString()}`);
  }
  if (observedAt && observedAt > addSeconds(now, aheadSeconds)) {
    return troubled(what.currency, `its time is ahead: ${observedAt.toISOString()}`);
  }
  const validUntil = addSeconds(now, told.freshSeconds ?? freshSeconds);
  return { readings: [{ ...what, price, observedAt: observedAt ?? now, readAt: now, validUntil }], troubles: [] };
}

export function troubled(currency: string, words: string): Answered {
  return { readings: [], troubles: [`${currency}: ${words}`] };
}

export function wordsOf(error: unknown): string {
  if (error instanceof z.ZodError || error instanceof SyntaxError) return 'the answer cannot be read';
  return (error instanceof Error ? error.message : String(error)).slice(0, 200);
}

export function join(answers: readonly Answered[]): Answered {
  return {
    readings: answers.flatMap(({ readings }) => readings),
    troubles: answers.flatMap(({ troubles }) => troubles),
  };
}
