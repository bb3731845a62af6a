import { type Context, requirePermission } from '@/lib/access/actor';
import { Refusal } from '@/lib/kernel/errors';
import { hashToken } from '@/lib/kernel/secrets';
import { findByToken, findPayout, type Payout } from '@/lib/payouts/store';
import { decodeReceipt } from '@/lib/receipts/jws';
import { type ReceiptAnswer, receiptContent } from '@/lib/receipts/schema';
import { findReceipt } from '@/lib/receipts/store';

/** The receipt of a payout of the acting merchant. Refuses: not_found, also for another merchant's; no_receipt. */
export async function viewReceipt(ctx: Context, id: string): Promise<ReceiptAnswer> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const payout = await findPayout(ctx.db, merchantId, id);
  if (!payout) throw new Refusal('not_found', { detail: `There is no payout ${id}.` });
  return present(ctx, payout);
}

/** The same for who holds the claim link. Refuses: link_unknown, also for a link that was replaced; no_receipt. */
export async function viewClaimReceipt(ctx: Context, token: string): Promise<ReceiptAnswer> {
  const found = await findByToken(ctx.db, hashToken(token));
  if (!found) throw new Refusal('link_unknown');
  return present(ctx, found.payout);
}

async function present(ctx: Context, payout: Payout): Promise<ReceiptAnswer> {
  const found = await findReceipt(ctx.db, payout.merchantId, payout.id);
  if (!found) throw new Refusal('no_receipt', { detail: whyNone(payout) });
  const decoded = receiptContent.parse(decodeReceipt(found.jws));
  return { receipt: found.jws, voided_at: found.voidedAt?.toISOString() ?? null, decoded };
}

function whyNone({ status }: Payout): string {
  return status === 'completed'
    ? 'The network paid it otherwise than agreed and a person took it for paid, so no receipt was signed.'
    : `A receipt is signed once the payout is completed; this one is ${status}.`;
}
