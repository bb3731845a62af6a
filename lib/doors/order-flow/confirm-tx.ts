import type { Context } from '@/lib/access/actor';
import { recordPayment } from '@/lib/by-hand/record-made-elsewhere';
import { presentPayment } from './present';
import type { ConfirmTxBody } from './schema';

const messages = {
  completed: 'The network has confirmed this payment.',
  processing: 'The payment is on the network. It completes by itself when it is deep enough.',
} as const;
const awaited = 'The network does not show this payment yet. It is awaited, and completes by itself.';

/** Takes a hash as the order flow's admins report it; the chain decides. Refuses as `recordPayment` does. */
export async function confirmTx(ctx: Context, id: string, body: ConfirmTxBody) {
  const payout = await recordPayment(ctx, id, { hash: body.txHash });
  const message = payout.status === 'completed' || payout.status === 'processing' ? messages[payout.status] : awaited;
  return { success: true as const, message, data: presentPayment(payout, undefined) };
}
