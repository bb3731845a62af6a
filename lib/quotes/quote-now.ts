import type { Queryable } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { FeePayer, RailId } from '@/db/vocabulary/payouts';
import type { QuoteSide } from '@/db/vocabulary/rates';
import { addSeconds } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { formatAmount, parseAmount } from '@/lib/kernel/money';
import { keepEvidence } from '@/lib/rates/evidence';
import { writeRatio } from '@/lib/rates/ratio';
import { type FoundRate, readRate } from '@/lib/rates/read-rate';
import { decimalsOfCurrency, isFollowed } from './currencies';
import { type FeeFacts, keepFeeFacts } from './kept';
import type { NewQuote } from './store';
import { moneyOf, workOut } from './work-out';

export type ToQuote = {
  merchantId: string;
  display: { currency: string; amount?: string | undefined; spread: number };
  /** In the asset, where that side is given. */
  amount?: string | undefined;
  asset: { rail: RailId; chain: ChainKey; symbol: string; decimals: number };
  feePayer: FeePayer;
  fee: bigint;
  feeFacts: FeeFacts | null;
  /** Seconds that it can be accepted for. */
  expiresIn?: number | undefined;
};

/**
 * What is asked for at this moment's rate, as a row that nobody has written yet; not yet held against the merchant's bounds.
 * Refuses: currency_unavailable, rate_unavailable, amount_malformed, amount_too_precise, amount_too_small.
 */
export async function quoteNow(db: Queryable, asked: ToQuote, now: Date): Promise<Quoted> {
  const { currency } = asked.display;
  if (!isFollowed(currency)) {
    const detail = `This portal does not follow what ${currency} is worth.`;
    throw new Refusal('currency_unavailable', { field: 'display.currency', detail });
  }
  return quoteAt(asked, await readRate(db, currency, asked.asset.symbol, now), now);
}

/** `asAmount`: what it comes to in the asset, as a payout's `amount`. */
type Quoted = { row: NewQuote; asAmount: string };

/** The same at a rate that is known. */
export function quoteAt(asked: ToQuote, { rate, evidence }: Pick<FoundRate, 'rate' | 'evidence'>, now: Date): Quoted {
  const { display, asset, feePayer, fee, feeFacts } = asked;
  const displayDecimals = decimalsOfCurrency(display.currency);
  const { decimals } = asset;
  const { spread } = display;
  const side = readSide(asked, displayDecimals);
  const found = workOut({ ...side, displayDecimals, decimals, rate, spread });
  const money = moneyOf(found.amount, fee, feePayer);
  if (money.net <= 0n || found.display <= 0n) throw tooSmall(side.given, fee, asset);
  const row = {
    ...{ id: newId('quote', now.getTime()), merchantId: asked.merchantId, given: side.given },
    ...{ displayCurrency: display.currency, displayDecimals, displayAmount: found.display },
    ...{ ...asset, ...money, feePayer, rate: writeRatio(rate), spread },
    evidence: keepEvidence(evidence),
    feeEvidence: feeFacts && keepFeeFacts(feeFacts),
    createdAt: now,
    expiresAt: addSeconds(now, asked.expiresIn ?? env.QUOTE_TTL_SECONDS),
  };
  return { row, asAmount: formatAmount(found.amount, decimals) };
}

function readSide({ display, amount, asset }: ToQuote, decimals: number): { given: QuoteSide; amount: bigint } {
  if (display.amount !== undefined) {
    return { given: 'display', amount: parseAmount(display.amount, decimals, 'display.amount') };
  }
  return { given: 'asset', amount: parseAmount(amount ?? '', asset.decimals) };
}

function tooSmall(given: QuoteSide, fee: bigint, { decimals, symbol }: ToQuote['asset']): Refusal {
  const field = given === 'display' ? 'display.amount' : 'amount';
  const detail = `It must come to more than the fee of ${formatAmount(fee, decimals)} ${symbol}.`;
  return new Refusal('amount_too_small', { field, detail });
}
