import { env } from 'node:process';

const { DRAWBRIDGE_URL, CLAIM_TOKEN, QUOTE_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/claims/${CLAIM_TOKEN}/quote/accept`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ quote: QUOTE_ID }),
});
const quote = await response.json();
if (!response.ok) throw new Error(`${quote.code}: ${quote.detail}`);

console.log(quote.accepted, quote.net, quote.asset);
