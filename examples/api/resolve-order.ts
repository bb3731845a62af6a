import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, ORDER_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/orders/${ORDER_ID}/resolve`, {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': `resolve-${ORDER_ID}`,
  },
  body: JSON.stringify({ release: '70.00', refund: '50.00' }),
});
const order = await response.json();
if (!response.ok) throw new Error(`${order.code}: ${order.detail}`);

for (const { id, side, claim_url } of order.new_payouts) console.log(side, id, claim_url);
