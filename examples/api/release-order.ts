import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, ORDER_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/orders/${ORDER_ID}/release`, {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': `release-1-of-${ORDER_ID}`,
  },
  body: JSON.stringify({ amount: '60.00' }),
});
const order = await response.json();
if (!response.ok) throw new Error(`${order.code}: ${order.detail}`);

console.log(order.status, order.money.held, order.money.releasing);
