import { randomUUID } from 'node:crypto';
import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, SOURCE_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/sources/${SOURCE_ID}/replace-secret`, {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`,
    'Content-Type': 'application/json',
    // Keep it and send it again if no answer comes: you get the same new secret.
    'Idempotency-Key': randomUUID(),
  },
  body: JSON.stringify({ overlap_seconds: 86_400 }),
});
const source = await response.json();
if (!response.ok) throw new Error(`${source.code}: ${source.detail}`);

console.log(source.secret, source.former_secret_until);
