import { sellerPayment } from '@/lib/wire/order-flow';
import type { PaySellerBody } from './schema';

/** What marks a payout as the payment of a purchase, and says of which. */
export function purchaseMetadata({ purchaseRequestId, sellerOfferId, buyerId, sellerId }: PaySellerBody) {
  return { payoutType: sellerPayment, purchaseRequestId, sellerOfferId, buyerId, sellerId };
}
