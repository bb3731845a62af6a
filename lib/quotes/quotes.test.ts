import { expect, test } from 'vitest';
import { byDepth } from '@/db/testing/depth';
import { chainOf } from '@/lib/chains/registry';
import { Refusal } from '@/lib/kernel/errors';
import { computeFee } from '@/lib/payouts/fees/compute-fee';
import { priceOf, rateOf } from '@/lib/rates/agree';
import { keepEvidence } from '@/lib/rates/evidence';
import type { Reading } from '@/lib/rates/feed';
import { compare, type Ratio, ratio, readKeptRatio, worth } from '@/lib/rates/ratio';
import { randomFrom } from '@/lib/rates/testing/random';
import { readingAt } from '@/lib/rates/testing/reading';
import { decimalsOfCurrency } from './currencies';
import { quoteAt, type ToQuote } from './quote-now';
import { recompute } from './recompute';
import type { NewQuote, Quote } from './store';
import { appliedRate } from './work-out';

const now = new Date('2026-11-25T10:00:00Z');
const feeds = ['kraken', 'bitstamp', 'coinbase', 'chainlink'] as const;
const chains = [
  { chain: 'local', symbol: 'USDT', decimals: 6 },
  { chain: 'bsc', symbol: 'USDT', decimals: 18 },
  { chain: 'base', symbol: 'USDC', decimals: 6 },
] as const;
/** About what each is worth, in hundredths of a cent. */
const about = {
  BNB: 6_500_000,
  JPY: 66,
  EUR: 10_870,
  USD: 10_000,
  KWD: 32_500,
  ETH: 30_001_700,
  USDT: 10_003,
  USDC: 9_998,
};
type Currency = keyof typeof about;
const displayed = ['JPY', 'EUR', 'USD', 'KWD', 'ETH'] as const;

/** As a row comes back from the database. */
function stored({ evidence, feeEvidence = null, ...row }: NewQuote): Quote {
  const again = JSON.parse(JSON.stringify({ evidence, feeEvidence }));
  return { payoutId: null, acceptedAt: null, ...row, ...again };
}

const random = randomFrom(58);

/** A feed says one thing of a currency. */
const firstOfFeed = ({ feed, currency }: Reading, index: number, all: readonly Reading[]) =>
  all.findIndex((one) => one.feed === feed && one.currency === currency) === index;

function readingsOf(currency: Currency): Reading[] {
  return feeds.map((feed, index) => {
    const price = (about[currency] * (10_000 + random(40) - 20) * (index === 3 && random(5) === 0 ? 10 : 1)) / 1e8;
    return readingAt(now, feed, currency, price.toFixed(6 + random(7)));
  });
}

function randomQuote() {
  const place = chains[random(3)] ?? chains[0];
  const asset = { rail: 'contract' as const, ...place };
  const currency = displayed[random(5)] ?? 'JPY';
  const readings = (['ETH', 'BNB', 'USDT', 'USDC', currency] as const).flatMap(readingsOf).filter(firstOfFeed);
  const evidence = { at: now, readings, known: [] };
  const { rate } = rateOf(currency, asset.symbol, evidence);
  const coin = rateOf(chainOf(asset.chain).currency.symbol, asset.symbol, evidence).rate;
  const decimals = decimalsOfCurrency(currency);
  const worthDollars = (10_000 * (1 + random(9_000))) / about[currency];
  const given = random(2) === 0;
  const facts = { gas: BigInt(60_000 + random(60_000)), gasPrice: BigInt(random(10 ** 9)) * 50n };
  const wishes = {
    least: 10n ** BigInt(asset.decimals - 2),
    margin: random(50),
    ceiling: 10n ** BigInt(asset.decimals),
  };
  const computed = coin && computeFee(wishes, facts, { rate: coin, native: 18, asset: asset.decimals });
  const isComputed = random(2) === 0;
  const toQuote: ToQuote = {
    ...{ merchantId: 'mer_test', asset, feePayer: random(2) === 0 ? 'recipient' : 'merchant' },
    display: { currency, spread: random(300), amount: given ? worthDollars.toFixed(Math.min(decimals, 9)) : undefined },
    amount: given ? undefined : (2 + random(9_000) + random(100) / 100).toFixed(2),
    fee: isComputed && computed ? computed.fee : wishes.least,
    feeFacts: isComputed && computed ? { ...facts, ...wishes, ...computed, evidence: keepEvidence(evidence) } : null,
  };
  return { toQuote, rate, evidence };
}

const whole = (units: bigint): Ratio => ratio(units, 1n);

test('random quotes are worked out again from their rows alone, to the unit; what is paid is rounded down, what is owed up', () => {
  const seen = { display: 0, asset: 0, computed: 0 };
  const turns = byDepth({ quick: 1_000, deep: 10_000 });
  for (let turn = 0; turn < turns; turn++) {
    const { toQuote, rate, evidence } = randomQuote();
    const quote = stored(quoteAt(toQuote, { rate: rate ?? whole(1n), evidence }, now).row);
    const { displayAmount, gross, fee, net } = quote;
    expect(recompute(quote)).toEqual({ displayAmount, gross, fee, net, rate: quote.rate });
    const applied = appliedRate({ rate: readKeptRatio(quote.rate), spread: quote.spread });
    const exact = worth(displayAmount, quote.displayDecimals, applied, quote.decimals);
    const amount = quote.feePayer === 'recipient' ? gross : net;
    // Never more than it is displayed as; and less by no whole unit, of the side that was worked out.
    expect(compare(whole(amount), exact) <= 0).toBe(true);
    const onceMore = quote.given === 'display' ? whole(amount + 1n) : whole(amount);
    const least =
      quote.given === 'display' ? exact : worth(displayAmount - 1n, quote.displayDecimals, applied, quote.decimals);
    expect(compare(onceMore, least) > 0).toBe(true);
    seen[quote.given] += 1;
    seen.computed += Number(quote.feeEvidence !== null);
  }
  expect(Math.min(seen.display, seen.asset, seen.computed)).toBeGreaterThan(turns / 3);
});

test('an amount that does not come to more than its fee, or to a whole unit, is too small', async () => {
  const evidence = { at: now, readings: (['JPY', 'USDT'] as const).flatMap(readingsOf), known: [] };
  const rate = rateOf('JPY', 'USDT', evidence).rate ?? whole(1n);
  const asked = (amount: string, fee: bigint) => () =>
    quoteAt(
      {
        ...{ merchantId: 'mer_test', feePayer: 'recipient', fee, feeFacts: null },
        display: { currency: 'JPY', amount, spread: 0 },
        asset: { rail: 'contract', chain: 'local', symbol: 'USDT', decimals: 6 },
      },
      { rate, evidence },
      now,
    );
  expect(asked('76', 500_000n)().row.net).toBeGreaterThan(0n);
  for (const [amount, fee] of [
    ['75', 500_000n],
    ['0', 0n],
  ] as const)
    expect(asked(amount, fee)).toThrow(Refusal);
  expect(asked('10.5', 0n)).toThrow(expect.objectContaining({ code: 'amount_too_precise' }));
  expect(priceOf('JPY', evidence).price).not.toBeNull();
});
