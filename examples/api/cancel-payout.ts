import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, PAYOUT_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/payouts/${PAYOUT_ID}/cancel`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
const payout = await response.json();
if (!response.ok) throw new Error(`${payout.code}: ${payout.detail}`);

console.log(payout.status, payout.cancellation?.effective_at);
