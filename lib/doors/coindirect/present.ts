import type { Queryable } from '@/db/client';
import { checksumAddress } from '@/lib/chains/address';
import { findToken } from '@/lib/chains/registry';
import { type CoindirectFacts, summaryOf } from '@/lib/dialects/coindirect-summary';
import { exactNumber } from '@/lib/kernel/exact-json';
import { presentAll } from '@/lib/payouts/present';
import type { Payout } from '@/lib/payouts/store';
import { selectCoindirectFacts } from '@/lib/webhooks/events/coindirect-store';
import type { PayoutAnswer } from '@/lib/wire/payout';
import { type CoindirectPayout, findMerchantName } from './store';

/** How far the price of a payout has come, in the words of its quotes. */
function quoteStatusOf({ status, recipient }: PayoutAnswer, { address }: CoindirectFacts): string {
  switch (status) {
    case 'awaiting_approval':
    case 'pending':
      return recipient.address || address ? 'ACCEPTED' : 'PENDING';
    case 'processing':
      return 'PAYMENT_OUT_PENDING';
    case 'completed':
      return 'COMPLETED';
    case 'failed':
    case 'cancelled':
    case 'expired':
      return 'PAYMENT_OUT_FAILED';
  }
}

/** One payout as the API of Coindirect answers it: as its webhooks tell it, and what else its clients know. */
export function presentPayment(payout: PayoutAnswer, facts: CoindirectFacts, merchant: { id: string; name: string }) {
  const summary = summaryOf(payout, merchant.id, facts);
  const { uuid, ...rest } = summary;
  return {
    uuid,
    merchantDisplayName: merchant.name,
    ...rest,
    acceptanceExpiryDate: summary.quoteExpiryDate ?? summary.expiryDate,
    quoteStatus: quoteStatusOf(payout, facts),
    subType: 'merchantPayOut',
    refund: null,
    refunds: [],
  };
}

export type PaymentAnswer = ReturnType<typeof presentPayment>;

/** A payout in our words and in Coindirect's. */
export type Presented = { answer: PayoutAnswer; payment: PaymentAnswer };

/** The same for rows of one merchant; `hidesRisk` for recipients, who are not told what was found of an address. */
export async function presentPayments(
  db: Queryable,
  merchantId: string,
  rows: readonly Payout[],
  hidesRisk = false,
): Promise<Presented[]> {
  const ids = rows.map(({ id }) => id);
  const [payouts, facts, name] = await Promise.all([
    presentAll(db, merchantId, rows),
    selectCoindirectFacts(db, merchantId, ids),
    findMerchantName(db, merchantId),
  ]);
  return payouts.flatMap((answer) => {
    const found = facts.get(answer.id);
    const own = found && hidesRisk ? { ...found, risk: null } : found;
    return own ? [{ answer, payment: presentPayment(answer, own, { id: merchantId, name }) }] : [];
  });
}

/** What its hosted page reads: where it goes, or else what was noted; the price beside the payout, and never a currency that `listCurrencies` does not have. */
export function presentHosted({ answer, payment: summary }: Presented, { address, createdAt }: CoindirectPayout) {
  const { amount, asset, net, fee, fee_payer, chain } = answer;
  const taken = exactNumber(fee_payer === 'recipient' ? fee : '0');
  const shown = summary.address.address ?? (address === null ? null : checksumAddress(address));
  const instruction = shown && { code: 'crypto', address: shown, currency: asset, protocol: summary.address.protocol };
  const pending = summary.quoteStatus === 'PENDING';
  return {
    ...summary,
    merchant: { displayName: summary.merchantDisplayName },
    amount: exactNumber(amount),
    currency: asset,
    fee: taken,
    payOutInstruction: instruction,
    quote: {
      ...{ uuid: summary.uuid, from: asset, to: asset, type: 'FIXED', price: 1, netPrice: 1, grossPrice: 1 },
      ...{ amountIn: exactNumber(amount), amountInGross: exactNumber(amount), amountInNet: exactNumber(net) },
      ...{ amountDue: exactNumber(amount), amountOut: exactNumber(net), fee: taken, processingFee: 0 },
      fees: { percentage: { service: 0, processing: 0 }, value: { service: taken, processing: 0 } },
      ...{ quoteStatus: summary.quoteStatus, paymentStatus: pending ? 'PENDING' : 'SUCCESS' },
      ...{ acceptanceExpiryDate: summary.acceptanceExpiryDate, paymentExpiryDate: summary.expiryDate },
      ...{
        payOutInstruction: instruction,
        dateCreated: createdAt.getTime(),
        lastUpdated: Date.parse(answer.updated_at),
      },
      quantityPrecision: findToken(chain, asset)?.decimals ?? null,
    },
  };
}
