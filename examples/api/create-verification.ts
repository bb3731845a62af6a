import { randomUUID } from 'node:crypto';
import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/wallet-verifications`, {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': randomUUID(),
  },
  body: JSON.stringify({ reference: 'customer-7', expires_in: 86_400 }),
});
const verification = await response.json();
if (!response.ok) throw new Error(`${verification.code}: ${verification.detail}`);

console.log(verification.id, verification.url);
