import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, WEBHOOK_URL } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/webhook-endpoints`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({ url: WEBHOOK_URL, events: ['payout.completed', 'payout.failed'] }),
});
const endpoint = await response.json();
if (!response.ok) throw new Error(`${endpoint.code}: ${endpoint.detail}`);

console.log(endpoint.id, endpoint.secret);
