import { readFileSync } from 'node:fs';
import type { RelayRules } from './relay-rules.ts';
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
  /**
   * A file of your server: for each reference whose link has a key of its own, that key's address. Such a payout is signed to
   * that key alone, and no payout is signed to another key.
   */
  links_file?: string;
  /** For how long such a link may be good; 30 days without it. */
  max_link_seconds?: number;
  /** For the key of an account that sends claims, which is another one than a vault's: what it may send. */
  relay?: RelayRules;
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

export type Links = Readonly<Record<string, string>>;
export function readLinks({ links_file: file }: Rules): Links {
  return file ? JSON.parse(readFileSync(file, 'utf8')) : {};
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
type Standing = { rules: Rules; links: Links; spent: Spent };
export function refuse(
  { type, payout, voucher }: Request,
  { rules, links, spent }: Standing,
  now: number,
): Refused | null {
  const { kind, chainId, contract, vault, token, recipient, amount, fee, feeCollector, deadline } = voucher;
  if (!same(contract, rules.contract)) return { code: 'contract_not_allowed', detail: contract };
  if (!isIn(rules.vaults, vault)) return { code: 'vault_not_allowed', detail: vault };
  // A trial is worth nothing on the chain, so the limits do not count for it.
  if (type === 'voucher.try') return deadline === 0n ? null : { code: 'not_a_trial', detail: 'its deadline is not 0' };
  if (rules.paused) return { code: 'paused', detail: 'all signing is stopped' };
  const rule = rules.tokens.find((one) => one.chain_id === chainId && same(one.address, token));
  if (!rule) return { code: 'token_not_allowed', detail: `${token} on chain ${chainId}` };
  if (fee > BigInt(rule.max_fee)) return { code: 'fee_not_allowed', detail: `${fee} is above ${rule.max_fee}` };
  if (fee > 0n && !isIn(rules.fee_collectors, feeCollector)) return { code: 'fee_not_allowed', detail: feeCollector };
  const key = links[payout?.reference ?? ''];
  const isKey = kind === 'KeyPayout';
  if (key ? !isKey || !same(key, recipient) : isKey) return { code: 'key_not_allowed', detail: recipient };
  const seconds = isKey ? (rules.max_link_seconds ?? 30 * daySeconds) : rules.max_deadline_seconds;
  if (deadline > BigInt(now + seconds)) return { code: 'deadline_too_far', detail: `${deadline}` };
  if (!isKey && rules.recipients && !isIn(rules.recipients, recipient)) {
    return { code: 'recipient_not_allowed', detail: recipient };
  }
  if (amount > BigInt(rule.max_per_payout)) {
    return { code: 'over_payout_limit', detail: `${amount} is above ${rule.max_per_payout}` };
  }
  const day = spent.dayWith(voucher, now);
  if (day > BigInt(rule.max_per_day)) return { code: 'over_day_limit', detail: `${day} is above ${rule.max_per_day}` };
  return null;
}
