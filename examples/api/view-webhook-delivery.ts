import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, DELIVERY_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/webhook-deliveries/${DELIVERY_ID}`, {
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
const delivery = await response.json();
if (!response.ok) throw new Error(`${delivery.code}: ${delivery.detail}`);

console.log(delivery.status, delivery.event.type);
for (const attempt of delivery.log) console.log(attempt.number, attempt.status, attempt.error);
