import { addSeconds } from '@/lib/kernel/clock';
import { depegBand, isMarketClosed, mannerOf } from './currencies';
import type { Reading } from './feed';
import { isWithin, medianOf, one, over, type Ratio, times } from './ratio';

/** The last price that was agreed on, and when. */
export type Known = { currency: string; price: Ratio; agreedAt: Date };
/** All that an answer is worked out from: with it anybody comes to the same answer later. */
export type Evidence = { at: Date; readings: readonly Reading[]; known: readonly Known[] };

/** Why there is no price: too few feeds agree, it jumped and one more has to, or a stable currency is no dollar now. */
export type NoPrice = 'too_few' | 'jumped' | 'depegged';
/** Why a reading counts for nothing: too old, counted in what has no price, or too far from the others. */
export type LeftOut = 'stale' | 'no_cross' | 'apart';

export type Price = {
  /** In dollars; null with a reason. */
  price: Ratio | null;
  because: NoPrice | null;
  kept: Reading[];
  leftOut: { reading: Reading; because: LeftOut }[];
  /** Its market is closed, so that the feeds stand still and may be further apart. */
  closed: boolean;
};

const quorum = 2;
const quorumAfterJump = 3;
/** A jump asks for one more feed for so long at most: then what was agreed on before says nothing about now. */
const jumpSeconds = 3_600;

/** What a currency is worth in dollars: the median of the feeds that agree, if there are enough of them. */
export function priceOf(currency: string, evidence: Evidence): Price {
  const found = agree(currency, evidence);
  if (!found.price || mannerOf(currency).kind !== 'stable' || isWithin(found.price, one, depegBand)) return found;
  return { ...found, price: null, because: 'depegged' };
}

function agree(currency: string, evidence: Evidence): Price {
  const { at, known } = evidence;
  const { band, jump } = mannerOf(currency);
  const closed = isMarketClosed(currency, at);
  const { fresh, leftOut } = sift(currency, evidence);
  const middle = medianOf(fresh.map(({ dollars }) => dollars));
  const isNear = (dollars: Ratio) => middle !== null && isWithin(dollars, middle, closed ? 2 * band : band);
  const near = fresh.filter(({ dollars }) => isNear(dollars));
  const apart = fresh.filter(({ dollars }) => !isNear(dollars));
  const price = medianOf(near.map(({ dollars }) => dollars));
  const facts = {
    kept: near.map(({ reading }) => reading),
    leftOut: [...leftOut, ...apart.map(({ reading }) => ({ reading, because: 'apart' as const }))],
    closed,
  };
  if (!price || near.length < quorum) return { price: null, because: 'too_few', ...facts };
  const last = known.find((one) => one.currency === currency);
  const jumped = last && isRecent(last.agreedAt, at) && !isWithin(price, last.price, jump);
  if (jumped && near.length < quorumAfterJump) return { price: null, because: 'jumped', ...facts };
  return { price, because: null, ...facts };
}

function isRecent(then: Date, now: Date): boolean {
  return addSeconds(then, jumpSeconds) > now && addSeconds(then, -jumpSeconds) < now;
}

/** The readings of a currency in dollars, and those that count for nothing. */
function sift(currency: string, evidence: Evidence) {
  const fresh: { reading: Reading; dollars: Ratio }[] = [];
  const leftOut: Price['leftOut'] = [];
  for (const reading of evidence.readings.filter((one) => one.currency === currency)) {
    // A reading of the future is one from before our clock was set back.
    const isFresh = reading.validUntil >= evidence.at && reading.readAt <= addSeconds(evidence.at, 60);
    const unit = isFresh ? unitOf(reading, evidence) : null;
    if (!isFresh) leftOut.push({ reading, because: 'stale' });
    else if (unit) fresh.push({ reading, dollars: times(reading.price, unit) });
    else leftOut.push({ reading, because: 'no_cross' });
  }
  return { fresh, leftOut };
}

/** What the unit of a reading is worth in dollars: USDT what those feeds agree on that count it in dollars. */
function unitOf({ currency, against }: Reading, evidence: Evidence): Ratio | null {
  if (against === 'USD') return one;
  return currency === against ? null : agree(against, evidence).price;
}

export type Rate = { rate: Ratio | null; because: { currency: string; why: NoPrice } | null; closed: boolean };

/** How many of the second currency one of the first is worth. */
export function rateOf(from: string, to: string, evidence: Evidence): Rate {
  if (from === to) return { rate: one, because: null, closed: false };
  const [a, b] = [from, to].map((currency) => ({ currency, ...dollarsOf(currency, evidence) }));
  const closed = Boolean(a?.closed || b?.closed);
  const missing = [a, b].find((side) => side?.because);
  if (missing?.because) return { rate: null, because: { currency: missing.currency, why: missing.because }, closed };
  return { rate: a?.price && b?.price ? over(a.price, b.price) : null, because: null, closed };
}

function dollarsOf(currency: string, evidence: Evidence): Pick<Price, 'price' | 'because' | 'closed'> {
  return currency === 'USD' ? { price: one, because: null, closed: false } : priceOf(currency, evidence);
}
