import { type Context, requirePermission } from '@/lib/access/actor';
import { recordPayment } from '@/lib/by-hand/record-made-elsewhere';
import { Refusal } from '@/lib/kernel/errors';
import { findPayout } from '@/lib/payouts/store';
import { isByPortal } from '@/lib/rails/traits';
import { lookForPayment } from './look-for-payment';
import { presentOne } from './present';
import type { ConfirmTxBody } from './schema';

const messages = {
  completed: 'The network has confirmed this payment.',
  processing: 'The payment is on the network. It completes by itself when it is deep enough.',
} as const;
const awaited = 'The network does not show this payment yet. It is awaited, and completes by itself.';

/**
 * Takes a hash as the order flow's admins report it; the chain decides. Refuses as `recordPayment` does for what is paid by
 * hand, and as `lookForPayment` for what a gateway pays.
 */
export async function confirmTx(ctx: Context, id: string, { txHash: hash }: ConfirmTxBody) {
  const { merchantId } = requirePermission(ctx, 'payouts:pay');
  const found = await findPayout(ctx.db, merchantId, id);
  if (!found) throw new Refusal('not_found', { detail: `There is no payout ${id}.` });
  const payout = await (isByPortal(found.rail) ? lookForPayment(ctx, id, hash) : recordPayment(ctx, id, { hash }));
  const seen = payout.transfer !== null || !isByPortal(payout.rail);
  const message =
    seen && (payout.status === 'completed' || payout.status === 'processing') ? messages[payout.status] : awaited;
  return { success: true as const, message, data: await presentOne(ctx.db, merchantId, payout) };
}
