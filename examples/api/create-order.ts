import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, ADDRESS, ORDER } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/orders`, {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': `order-${ORDER}`,
  },
  body: JSON.stringify({
    reference: ORDER,
    amount: '120.00',
    asset: 'USDT',
    chain: 'local',
    buyer: { id: 'buyer-5', contact: 'buyer@example.com' },
    seller: { id: 'seller-9', address: ADDRESS, contact: 'seller@example.com' },
    pay_in: { reference: 'checkout-77' },
  }),
});
const order = await response.json();
if (!response.ok) throw new Error(`${order.code}: ${order.detail}`);

console.log(order.id, order.status, order.money.held);
