import { env } from 'node:process';

const { DRAWBRIDGE_URL, CLAIM_TOKEN } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/claims/${CLAIM_TOKEN}/quote`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({}),
});
const quote = await response.json();
if (!response.ok) throw new Error(`${quote.code}: ${quote.detail}`);

console.log(quote.net, quote.asset, quote.expires_at);
