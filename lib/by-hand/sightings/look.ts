import type { ChainKey } from '@/db/vocabulary/chains';
import { checksumAddress } from '@/lib/chains/address';
import { chainOf } from '@/lib/chains/registry';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount } from '@/lib/kernel/money';
import type { Payout } from '@/lib/payouts/store';
import type { PlannedPayment } from '@/lib/rails/wallet/calls';
import type { PaymentCheck } from '@/lib/rails/wallet/judge';
import { type HandSighting, lookAtHash } from '@/lib/rails/wallet/look';
import type { Fault } from './facts';

/** A node that does not answer leaves a hash unknown for now; the worker looks again. */
export async function lookIfPossible(chain: ChainKey, hash: string): Promise<HandSighting> {
  try {
    return await lookAtHash(chain, hash);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'chain_unavailable') return { state: 'missing' };
    throw error;
  }
}

/** Says which check a payment failed, in words and in `check`, with what was found instead. */
export function mismatch(payout: Payout, { check, found }: Fault): Refusal {
  return new Refusal('transfer_mismatch', { field: 'hash', detail: detailOf(payout, check, found), extra: { check } });
}

function detailOf(payout: Payout, check: PaymentCheck, found: PlannedPayment[]): string {
  const { name } = chainOf(payout.chain);
  const money = (units: bigint) => `${formatAmount(units, payout.decimals)} ${payout.symbol}`;
  const list = (pick: (one: PlannedPayment) => string) =>
    [...new Set(found.slice(0, 3).map(pick))].join(', ') || 'nothing';
  switch (check) {
    case 'not_succeeded':
      return `${name} ran this transfer and refused it: nothing has moved.`;
    case 'wrong_token':
      return `It does not move ${payout.symbol} on ${name}.`;
    case 'wrong_recipient':
      return `It pays ${list((one) => checksumAddress(one.recipient))}, not the recipient of this payout.`;
    case 'wrong_amount':
      return `It pays ${list((one) => money(one.amount))}; this payout is ${money(payout.net)}, exactly.`;
    case 'unknown_sender':
      return `It comes from ${list((one) => checksumAddress(one.from))}, which nobody has proved to be yours.`;
    case 'already_used':
      return 'It was named for another payment, or what it pays is booked for another payout.';
    case 'too_old':
      return 'It was sent before this payout existed or its payment was prepared.';
  }
}
