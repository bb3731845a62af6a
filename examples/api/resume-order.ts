import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, ORDER_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/orders/${ORDER_ID}/resume`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
const order = await response.json();
if (!response.ok) throw new Error(`${order.code}: ${order.detail}`);

console.log(order.status, order.auto_release_at);
