import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, DELIVERY_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/webhook-deliveries/${DELIVERY_ID}/resend`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
const delivery = await response.json();
if (!response.ok) throw new Error(`${delivery.code}: ${delivery.detail}`);

console.log(delivery.status, delivery.next_attempt_at);
