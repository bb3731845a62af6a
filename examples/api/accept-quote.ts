import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, QUOTE_ID, ORDER } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/quotes/${QUOTE_ID}/accept`, {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': `payout-of-${ORDER}`,
  },
  body: JSON.stringify({ recipient: { type: 'anyone' }, reference: ORDER }),
});
const payout = await response.json();
if (!response.ok) throw new Error(`${payout.code}: ${payout.detail}`);

console.log(payout.id, payout.net, payout.claim_url);
