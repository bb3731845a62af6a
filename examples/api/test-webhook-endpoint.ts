import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, ENDPOINT_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/webhook-endpoints/${ENDPOINT_ID}/test`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({ event: 'payout.completed' }),
});
const delivery = await response.json();
if (!response.ok) throw new Error(`${delivery.code}: ${delivery.detail}`);

console.log(delivery.id, delivery.status, delivery.event.type);
