import { confirmTx } from '@/lib/doors/order-flow/confirm-tx';
import { confirmTxAnswer, confirmTxBody, paymentParams } from '@/lib/doors/order-flow/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/payment/admin/confirm-tx/{id}', {
  POST: route(
    {
      id: 'confirmTx',
      summary: 'Confirm a payment by hand',
      description:
        'Takes the hash with which a payout of the rail `wallet` was paid, and reads the chain: it succeeded, moves the right token to the right recipient, exactly the amount, from a wallet that has signed for you, is not older than the payout, and pays no other payout. What fails is named in `check`. A hash that is not mined or not deep enough yet waits and completes by itself. Of a payout that a gateway has in hand, it makes us look at the chain.',
      tag: 'Payouts',
      permission: { scope: 'payouts:pay', member: 'payouts:pay' },
      params: paymentParams,
      body: confirmTxBody,
      returns: confirmTxAnswer,
      refuses: ['not_found', 'payout_state', 'already_paid', 'transfer_in_progress', 'transfer_mismatch'],
    },
    (ctx, { params, body }) => confirmTx(ctx, params.id, body),
  ),
});
