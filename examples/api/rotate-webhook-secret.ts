import { randomUUID } from 'node:crypto';
import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, ENDPOINT_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/webhook-endpoints/${ENDPOINT_ID}/rotate-secret`, {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`,
    'Content-Type': 'application/json',
    // Keep it and send it again if no answer comes: you get the same new secret.
    'Idempotency-Key': randomUUID(),
  },
  body: JSON.stringify({ overlap_seconds: 86_400 }),
});
const endpoint = await response.json();
if (!response.ok) throw new Error(`${endpoint.code}: ${endpoint.detail}`);

console.log(endpoint.secret, endpoint.rotation.previous_until);
