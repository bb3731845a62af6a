import type { Queryable } from '@/db/client';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount, parseAmount } from '@/lib/kernel/money';
import { faultOfNames, templateOf } from './parameters';
import type { CreateRewardSourceBody, RewardSourceAnswer } from './schema';
import { findDecimals, type NewRewardSource, type RewardSource } from './source-store';

export const rewardSourceUrl = ({ id }: Pick<RewardSource, 'id'>) =>
  new URL(`/api/hooks/adjoe/${id}`, env.BASE_URL).href;

export async function presentSource(db: Queryable, source: RewardSource, now: Date): Promise<RewardSourceAnswer> {
  const { id, description, parameters, currencies, chain, symbol, formerUntil } = source;
  const decimals = (await findDecimals(db, chain, symbol)) ?? 0;
  const url = rewardSourceUrl(source);
  return {
    ...{ id, description, url, template: templateOf(url, parameters), parameters, currencies },
    ...{ learns_currencies: source.learnsCurrencies, asset: symbol, chain },
    rate: { coins: source.rateCoins.toString(), amount: formatAmount(source.rateAmount, decimals) },
    ...{ round_to: source.places, minimum_coins: source.minimumCoins.toString() },
    max_earned_per_day: source.maxEarned?.toString() ?? null,
    max_redeemed_per_day: source.maxRedeemed?.toString() ?? null,
    former_token_until: formerUntil && formerUntil > now ? formerUntil.toISOString() : null,
    created_at: source.createdAt.toISOString(),
  };
}

type Terms = Partial<Omit<CreateRewardSourceBody, 'asset' | 'chain' | 'token'>>;

/** Refuses: amount_*. */
export function rateOf({ coins, amount }: CreateRewardSourceBody['rate'], decimals: number) {
  const field = 'rate.amount';
  const rateAmount = parseAmount(amount, decimals, field);
  if (rateAmount > 0n) return { rateCoins: BigInt(coins), rateAmount };
  throw new Refusal('amount_too_small', { field, detail: 'Coins that are worth nothing are not paid out.' });
}

/** What of a request a row keeps; only what was given. Refuses: invalid_request, amount_*. */
export function columnsOf(terms: Terms, decimals: number): Partial<NewRewardSource> {
  const { parameters, rate, round_to: places } = terms;
  const fault = parameters && faultOfNames(parameters);
  if (fault) throw new Refusal('invalid_request', { field: 'parameters', detail: `${fault}.` });
  const cap = (coins: string | number | null) => (coins === null ? null : BigInt(coins));
  return {
    ...(terms.description !== undefined && { description: terms.description }),
    ...(parameters && { parameters }),
    ...(terms.currencies && {
      currencies: [...new Set(terms.currencies)],
      learnsCurrencies: terms.currencies.length === 0,
    }),
    ...(rate && rateOf(rate, decimals)),
    ...(places !== undefined && { places }),
    ...(terms.minimum_coins !== undefined && { minimumCoins: BigInt(terms.minimum_coins) }),
    ...(terms.max_earned_per_day !== undefined && { maxEarned: cap(terms.max_earned_per_day) }),
    ...(terms.max_redeemed_per_day !== undefined && { maxRedeemed: cap(terms.max_redeemed_per_day) }),
  };
}

/** What the audit keeps: what a coin is worth, never the token. */
export function factsOf({
  currencies,
  chain,
  symbol,
  rateCoins,
  rateAmount,
  places,
  minimumCoins,
  maxEarned,
  maxRedeemed,
}: RewardSource) {
  const [minimum, earned, redeemed] = [minimumCoins, maxEarned, maxRedeemed].map((coins) => coins?.toString() ?? null);
  const rate = { coins: rateCoins.toString(), base_units: rateAmount.toString() };
  return { currencies, chain, symbol, rate, places, minimum, earned, redeemed };
}
