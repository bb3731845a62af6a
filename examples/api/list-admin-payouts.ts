import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/payment/admin/payouts?limit=10`, {
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
const answer = await response.json();
if (!response.ok) throw new Error(`${answer.code}: ${answer.detail}`);

for (const payment of answer.data) console.log(payment.id, payment.escrowState, payment.amount);
