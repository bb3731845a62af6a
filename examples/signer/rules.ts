import { readFileSync } from 'node:fs';
import type { Request, Voucher } from './voucher.ts';

/** Amounts are in base units and count the fee, as the contract does. */
type TokenRule = { chain_id: number; address: string; max_per_payout: string; max_per_day: string; max_fee: string };
export type Rules = {
  contract: string;
  vaults: string[];
  tokens: TokenRule[];
  fee_collectors: string[];
  max_deadline_seconds: number;
  /** Nobody else is paid; without it everybody may be. */
  recipients?: string[];
  /** True stops everything, at the next request. */
  paused?: boolean;
};
export type Refused = { code: string; detail: string };

const daySeconds = 86_400;
const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
const isIn = (list: readonly string[], value: string) => list.some((one) => same(one, value));

/** Read for each request, so that a changed file counts at once. */
export function readRules(file: string): Rules {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * What was signed, by payout. The contract pays each id once, so an id counts once, with the highest amount that was signed
 * for it and from its last signature on.
 */
export class Spent {
  readonly #signed = new Map<string, { token: string; amount: bigint; at: number }>();

  #key({ chainId, vault, payoutId }: Voucher): string {
    return `${chainId}:${vault.toLowerCase()}:${payoutId}`;
  }

  #token({ chainId, token }: Voucher): string {
    return `${chainId}:${token.toLowerCase()}`;
  }

  /** The day's total of a token, as if this voucher were signed, too. */
  dayWith(voucher: Voucher, now: number): bigint {
    const [key, token] = [this.#key(voucher), this.#token(voucher)];
    let total = this.#highest(voucher);
    for (const [id, one] of this.#signed) {
      if (one.at <= now - daySeconds) this.#signed.delete(id);
      else if (id !== key && one.token === token) total += one.amount;
    }
    return total;
  }

  #highest(voucher: Voucher): bigint {
    const before = this.#signed.get(this.#key(voucher))?.amount ?? 0n;
    return before > voucher.amount ? before : voucher.amount;
  }

  add(voucher: Voucher, at: number): void {
    this.#signed.set(this.#key(voucher), { token: this.#token(voucher), amount: this.#highest(voucher), at });
  }
}

/**
 * Why this is not signed; null where nothing is against it. The strongest rule is not here, since only you can write it:
 * look `payout.reference` up in your own books, and refuse with `payout_unknown` what you do not owe, or not so much of.
 */
export function refuse({ type, voucher }: Request, rules: Rules, spent: Spent, now: number): Refused | null {
  const { chainId, contract, vault, token, recipient, amount, fee, feeCollector, deadline } = voucher;
  if (!same(contract, rules.contract)) return { code: 'contract_not_allowed', detail: contract };
  if (!isIn(rules.vaults, vault)) return { code: 'vault_not_allowed', detail: vault };
  // A trial is worth nothing on the chain, so the limits do not count for it.
  if (type === 'voucher.try') return deadline === 0n ? null : { code: 'not_a_trial', detail: 'its deadline is not 0' };
  if (rules.paused) return { code: 'paused', detail: 'all signing is stopped' };
  const rule = rules.tokens.find((one) => one.chain_id === chainId && same(one.address, token));
  if (!rule) return { code: 'token_not_allowed', detail: `${token} on chain ${chainId}` };
  if (fee > BigInt(rule.max_fee)) return { code: 'fee_not_allowed', detail: `${fee} is above ${rule.max_fee}` };
  if (fee > 0n && !isIn(rules.fee_collectors, feeCollector)) return { code: 'fee_not_allowed', detail: feeCollector };
  if (deadline > BigInt(now + rules.max_deadline_seconds)) return { code: 'deadline_too_far', detail: `${deadline}` };
  if (rules.recipients && !isIn(rules.recipients, recipient)) {
    return { code: 'recipient_not_allowed', detail: recipient };
  }
  if (amount > BigInt(rule.max_per_payout)) {
    return { code: 'over_payout_limit', detail: `${amount} is above ${rule.max_per_payout}` };
  }
  const day = spent.dayWith(voucher, now);
  if (day > BigInt(rule.max_per_day)) return { code: 'over_day_limit', detail: `${day} is above ${rule.max_per_day}` };
  return null;
}
