import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, ORDER_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/orders/${ORDER_ID}/fund`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({ pay_in: { reference: 'checkout-77' } }),
});
const order = await response.json();
if (!response.ok) throw new Error(`${order.code}: ${order.detail}`);

console.log(order.status, order.money.held);
