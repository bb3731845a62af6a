import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, ORDER_ID, ADDRESS } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/orders/${ORDER_ID}/seller`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({ address: ADDRESS }),
});
const order = await response.json();
if (!response.ok) throw new Error(`${order.code}: ${order.detail}`);

console.log(order.seller.pending_address.address, order.seller.pending_address.counts_from);
