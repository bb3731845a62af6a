import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, PAYOUT_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/payouts/${PAYOUT_ID}/recipient`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({ email: 'ann@example.com' }),
});
const answer = await response.json();
if (!response.ok) throw new Error(`${answer.code}: ${answer.detail}`);

console.log(answer.recipient.email, answer.claim_url);
