import type { HandFacts } from '@/lib/rails/rail';
import type { PlannedPayment } from './calls';

/** Which check a reported payment failed; stable words of the API. */
export const paymentChecks = [
  'not_succeeded',
  'wrong_token',
  'wrong_recipient',
  'wrong_amount',
  'unknown_sender',
  'already_used',
  'too_old',
] as const;
export type PaymentCheck = (typeof paymentChecks)[number];

export type Judgement<Log> =
  | { fits: true; logs: Log[] }
  | { fits: false; check: PaymentCheck; found: PlannedPayment[] };

/** Holds payments against what one should be; the first check that none of them passes is the one that failed. */
export function judge<Log extends PlannedPayment>(
  facts: HandFacts,
  isKnown: (sender: string) => boolean,
  payments: readonly Log[],
): Judgement<Log> {
  const ofToken = payments.filter((log) => log.token === facts.token);
  if (ofToken.length === 0) return { fits: false, check: 'wrong_token', found: [...payments] };
  const toPayee = ofToken.filter((log) => log.recipient === facts.recipient);
  if (toPayee.length === 0) return { fits: false, check: 'wrong_recipient', found: ofToken };
  const exact = toPayee.filter((log) => log.amount === facts.amount);
  if (exact.length === 0) return { fits: false, check: 'wrong_amount', found: toPayee };
  const ours = exact.filter((log) => (facts.sender ? log.from === facts.sender : isKnown(log.from)));
  if (ours.length === 0) return { fits: false, check: 'unknown_sender', found: exact };
  return { fits: true, logs: ours };
}
