import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, PAYOUT_ID, TX_HASH } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/payment/admin/confirm-tx/${PAYOUT_ID}`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({ txHash: TX_HASH, kind: 'release' }),
});
const answer = await response.json();
// `check` says what was wrong with the payment: its token, recipient, amount, sender, or that it failed or is used.
if (!response.ok) throw new Error(`${answer.code} ${answer.check ?? ''}: ${answer.detail}`);

console.log(answer.data.status, answer.message);
