import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, ORDER } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/payouts`, {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': `payout-of-${ORDER}`,
  },
  body: JSON.stringify({
    amount: '25.00',
    asset: 'USDT',
    chain: 'local',
    recipient: { type: 'anyone' },
    reference: ORDER,
    description: `Refund of ${ORDER}`,
    expires_in: 86_400,
  }),
});
const payout = await response.json();
if (!response.ok) throw new Error(`${payout.code}: ${payout.detail}`);

console.log(payout.id, payout.claim_url);
