import { spendRefusals } from '@/lib/access/policies/schema';
import { paySeller } from '@/lib/doors/order-flow/pay-seller';
import { paymentAnswer, paySellerBody } from '@/lib/doors/order-flow/schema';
import { resource } from '@/lib/http/pipeline/resource';
import { route } from '@/lib/http/pipeline/route';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = resource('/api/payment/shkeeper/payout', {
  POST: route(
    {
      id: 'paySeller',
      summary: 'Pay the seller of a purchase',
      description:
        'Pays a seller through your gateway, in the words of the order flow, and answers with the payment. The same `purchaseRequestId`, `sellerOfferId` and `sellerId` again are answered with the same payment and send nothing; only where that payment was cancelled or has expired is another one made. Where `purchaseRequestId` is the reference of an order, the payment is a release of it, on its rail and to its seller’s address. What cannot be paid is refused, and nothing is kept of it.',
      tag: 'Payouts',
      permission: { scope: 'payouts:write', member: 'payouts:write' },
      body: paySellerBody,
      returns: paymentAnswer,
      refuses: [
        ...spendRefusals,
        'stopped',
        'merchant_suspended',
        'amount_malformed',
        'amount_too_precise',
        'amount_too_small',
        'amount_too_large',
        'asset_unavailable',
        'address_refused',
        'reference_taken',
        'order_state',
        'order_short',
        'recipient_unsupported',
        'sandbox_recipient',
      ],
    },
    (ctx, { body }) => paySeller(ctx, body),
  ),
});
