import { createHash, randomUUID } from 'node:crypto';
import type { Context } from '@/lib/access/actor';
import { receiveReward } from '@/lib/rewards/receive';
import { createRewardSourceBody } from '@/lib/rewards/schema';
import { createRewardSource } from '@/lib/rewards/sources';

export type Values = Record<string, string>;

/** What adjoe signs, as an independent line has it. */
export function sidOf(values: Values, token: string): string {
  const signed = ['trans_uuid', 'user_uuid', 'currency', 'coin_amount', 'device_id', 'sdk_app_id'];
  return createHash('sha1')
    .update(signed.map((name) => values[name] ?? '').join('') + token)
    .digest('hex');
}

/** A callback's query by a publisher's names, in any order. */
export function queryOf(values: Values, names: Values = {}): string {
  return `?${new URLSearchParams(Object.entries(values).map(([value, text]) => [names[value] ?? value, text]))}`;
}

/** The token of every source that `newRewardSource` makes. */
export const earnToken = 's2s-token-of-tests';

/** The values of a callback with the proof that they need. */
export function signed(given: Values = {}, token = earnToken): Values {
  const values = { trans_uuid: randomUUID(), currency: 'Coins', coin_amount: '100', ...given };
  return { ...values, sid: sidOf(values, token) };
}

/** 1,000 coins are 1.00 USDT, unless a test says otherwise. */
export function newRewardSource(merchant: Context, given: Record<string, unknown> = {}) {
  const rate = { coins: 1000, amount: '1.00' };
  const body = { asset: 'USDT', chain: 'local', rate, token: earnToken, ...given };
  return createRewardSource(merchant, createRewardSourceBody.parse(body));
}

/** A user earns coins by a callback as adjoe sends it. */
export function earn(claimant: Context, source: { id: string }, given: Values) {
  return receiveReward(claimant, { params: { source: source.id }, search: queryOf(signed(given)) });
}
