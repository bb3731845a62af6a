import type { Context } from '@/lib/access/actor';
import { recordPayment } from '@/lib/by-hand/record-made-elsewhere';
import { listPayouts } from '@/lib/payouts/list';
import type { PayoutAnswer } from '@/lib/wire/payout';
import type { AdminPayoutsQuery, ConfirmTxBody, OutgoingPayment } from './schema';
import { orderWords } from './schema';

const messages = {
  completed: 'The network has confirmed this payment.',
  processing: 'The payment is on the network. It completes by itself when it is deep enough.',
} as const;
const awaited = 'The network does not show this payment yet. It is awaited, and completes by itself.';

/** Takes a hash as the order flow's admins report it; the chain decides. Refuses as `recordPayment` does. */
export async function confirmTx(ctx: Context, id: string, body: ConfirmTxBody) {
  const payout = await recordPayment(ctx, id, { hash: body.txHash });
  const message = payout.status === 'completed' || payout.status === 'processing' ? messages[payout.status] : awaited;
  return { success: true as const, message, data: inOrderWords(payout) };
}

/** The merchant's payouts in the order flow's words, newest first. */
export async function listAdminPayouts(ctx: Context, query: AdminPayoutsQuery) {
  const page = await listPayouts(ctx, query);
  return { success: true as const, data: page.data.map(inOrderWords), nextCursor: page.next_cursor };
}

function inOrderWords(payout: PayoutAnswer): OutgoingPayment {
  const [status, escrowState] = orderWords[payout.status];
  const { transfer } = payout;
  return {
    id: payout.id,
    direction: 'out',
    status,
    escrowState,
    payoutStatus: payout.status,
    amount: payout.net,
    currency: payout.asset,
    network: payout.chain,
    rail: payout.rail,
    reference: payout.reference,
    blockchain: {
      transactionHash: transfer?.hash ?? null,
      receiver: payout.recipient.address ?? transfer?.recipient ?? null,
      confirmations: transfer?.confirmations ?? 0,
      confirmationsNeeded: transfer?.confirmations_needed ?? null,
    },
    createdAt: payout.created_at,
    updatedAt: payout.updated_at,
    completedAt: payout.completed_at,
  };
}
