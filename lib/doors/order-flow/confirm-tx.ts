import { type Context, requirePermission } from '@/lib/access/actor';
import { recordPayment } from '@/lib/by-hand/record-made-elsewhere';
import { presentOne } from './present';
import type { ConfirmTxBody } from './schema';

const messages = {
  completed: 'The network has confirmed this payment.',
  processing: 'The payment is on the network. It completes by itself when it is deep enough.',
} as const;
const awaited = 'The network does not show this payment yet. It is awaited, and completes by itself.';

/** Takes a hash as the order flow's admins report it; the chain decides. Refuses as `recordPayment` does. */
export async function confirmTx(ctx: Context, id: string, body: ConfirmTxBody) {
  const { merchantId } = requirePermission(ctx, 'payouts:pay');
  const payout = await recordPayment(ctx, id, { hash: body.txHash });
  const message = payout.status === 'completed' || payout.status === 'processing' ? messages[payout.status] : awaited;
  return { success: true as const, message, data: await presentOne(ctx.db, merchantId, payout) };
}
