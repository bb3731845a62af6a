import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, PURCHASE, ADDRESS } = env;

// Sent again, it is answered with the same payment: it is safe to repeat when no answer came.
const response = await fetch(`${DRAWBRIDGE_URL}/api/payment/shkeeper/payout`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({
    purchaseRequestId: PURCHASE,
    sellerOfferId: '665f1c2ab7e4d90012a4c0f1',
    buyerId: '665f1c2ab7e4d90012a4c0b1',
    sellerId: '665f1c2ab7e4d90012a4c0e1',
    amount: '107.50',
    recipientAddress: ADDRESS,
    token: 'USDT',
  }),
});
const answer = await response.json();
if (!response.ok) throw new Error(`${answer.code}: ${answer.detail}`);

const { providerPaymentId, status, escrowState, amount } = answer.data;
console.log(providerPaymentId, status, escrowState, amount);
