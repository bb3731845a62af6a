import type { Refused } from './rules.ts';
import type { Transaction, TransactionRequest } from './transaction.ts';

/** What an account of this key may send on one chain. Prices and costs are in base units of the chain's currency. */
type ChainRule = {
  chain_id: number;
  /** What it may call: the contract of the portal. */
  call: string[];
  max_gas: string;
  max_fee_per_gas: string;
  /** What all that is signed in 24 hours may cost at most. */
  max_cost_per_day: string;
  /** For a treasury: accounts that it fills up, and with how much at most; that counts towards the day, too. */
  fill_up?: { to: string[]; max_value: string };
};
export type RelayRules = { chains: ChainRule[] };

const daySeconds = 86_400;
const isIn = (list: readonly string[], value: string) => list.some((one) => one.toLowerCase() === value.toLowerCase());
const costOf = ({ gas, maxFeePerGas, value }: Transaction) => gas * maxFeePerGas + value;

/** What was signed, by nonce: of all that one nonce was signed for, the chain takes one. */
export class Costs {
  readonly #signed = new Map<string, { chainId: number; cost: bigint; at: number }>();

  dayWith(one: Transaction, now: number): bigint {
    const own = this.#key(one);
    let total = this.#highest(one);
    for (const [key, { chainId, cost, at }] of this.#signed) {
      if (at <= now - daySeconds) this.#signed.delete(key);
      else if (key !== own && chainId === one.chainId) total += cost;
    }
    return total;
  }

  add(one: Transaction, at: number): void {
    this.#signed.set(this.#key(one), { chainId: one.chainId, cost: this.#highest(one), at });
  }

  #key({ chainId, nonce }: Transaction): string {
    return `${chainId}:${nonce}`;
  }

  #highest(one: Transaction): bigint {
    const before = this.#signed.get(this.#key(one))?.cost ?? 0n;
    return before > costOf(one) ? before : costOf(one);
  }
}

type Standing = { rules: RelayRules | undefined; paused: boolean; costs: Costs; own: string };

/** Why this is not signed; null where nothing is against it. */
export function refuseTransaction(
  { type, purpose, transaction: one }: TransactionRequest,
  { rules, paused, costs, own }: Standing,
  now: number,
): Refused | null {
  if (!rules) return { code: 'transactions_not_allowed', detail: 'the rules have no relay' };
  if (type === 'transaction.try') return one.gas === 0n ? null : { code: 'not_a_trial', detail: 'it has gas' };
  const rule = rules.chains.find(({ chain_id }) => chain_id === one.chainId);
  if (!rule) return { code: 'chain_not_allowed', detail: `chain ${one.chainId}` };
  if (one.maxFeePerGas > BigInt(rule.max_fee_per_gas))
    return { code: 'fee_not_allowed', detail: `${one.maxFeePerGas}` };
  // What was begun is ended also while all is stopped: it moves nothing, and a nonce that stays open holds up all behind it.
  const isEmpty = isIn([own], one.to) && one.data === '0x' && one.value === 0n && one.gas === 21_000n;
  if (purpose === 'fill') return isEmpty ? null : { code: 'not_a_fill', detail: one.to };
  if (paused) return { code: 'paused', detail: 'all signing is stopped' };
  const { fill_up: fillUp } = rule;
  const isFillUp = fillUp && one.data === '0x' && isIn(fillUp.to, one.to) && one.value <= BigInt(fillUp.max_value);
  if (!isFillUp && (one.value > 0n || !isIn(rule.call, one.to))) return { code: 'call_not_allowed', detail: one.to };
  if (one.gas > BigInt(rule.max_gas)) return { code: 'gas_not_allowed', detail: `${one.gas}` };
  const day = costs.dayWith(one, now);
  if (day > BigInt(rule.max_cost_per_day)) return { code: 'over_day_limit', detail: `${day}` };
  return null;
}
