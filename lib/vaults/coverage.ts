import type { SignerTerms, TokenReading } from './read-vault';

const lower = (one: bigint, other: bigint): bigint => {
  if (one < other) return one;
  return other;
};

/** What is left once everything promised is paid; below zero, some promised payouts must wait. */
export function coverageOf({ balance, allowance }: TokenReading, committed: bigint): bigint {
  return lower(balance, allowance) - committed;
}

/** Whether the signer may not sign any more as of a block's time. */
export function isExpired({ expiry }: SignerTerms, blockTime: Date): boolean {
  return BigInt(Math.floor(blockTime.getTime() / 1000)) > expiry;
}

/** The most that a holder of our signer's key could move now. */
export function exposureOf({ balance, allowance, signer }: TokenReading, blockTime: Date): bigint {
  if (!signer || isExpired(signer, blockTime)) return 0n;
  return lower(lower(balance, allowance), signer.available);
}

/** From here on an allowance stands for "no limit": tokens do not count it down, and nobody holds as much. */
export const unlimitedFrom = 2n ** 128n;

/** What was paid per day, rounded up; a merchant younger than the span is measured by its own days. */
export function perDay(total: bigint, first: Date, now: Date, spanDays: number): bigint {
  const age = Math.ceil((now.getTime() - first.getTime()) / 86_400_000);
  const days = BigInt(Math.min(spanDays, Math.max(1, age)));
  return (total + days - 1n) / days;
}

/** The allowance that pays what is promised and so many usual days, and not more. */
export function rightSize(committed: bigint, usualPerDay: bigint, days: number): bigint {
  return committed + usualPerDay * BigInt(days);
}
