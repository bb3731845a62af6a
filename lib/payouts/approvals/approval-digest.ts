import { createHash } from 'node:crypto';
import type { Payout } from '@/lib/payouts/store';

/** What people consent to when they approve: who gets how much of what, where, how, and at whose cost. */
export function digestOf(payout: Payout): string {
  const { id, rail, chain, token, symbol, recipientType, recipientAddress, recipientEmail, feeCollector } = payout;
  const money = [payout.gross, payout.fee, payout.net].map(String);
  const { payableIn, displayCurrency, displayAmount, feePayer } = payout;
  const fixed = [chain, token, symbol, ...money, feeCollector];
  // What its claimant is quoted when they claim is not known yet: people consent to what it is said to come to, in which assets.
  const asked = payableIn && ['display', displayCurrency, String(displayAmount), feePayer, ...payableIn];
  const parts = [
    id,
    rail,
    ...(asked ?? fixed),
    recipientType,
    recipientAddress,
    recipientEmail,
    ...(payout.recipientProof === 'none' ? [] : [payout.recipientProof]),
    ...(payout.recipientKey === null ? [] : [payout.recipientKey]),
    ...(payout.delivery === 'claim' ? [] : [payout.delivery]),
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
