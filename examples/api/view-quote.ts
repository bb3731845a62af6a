import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, QUOTE_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/quotes/${QUOTE_ID}`, {
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
const quote = await response.json();
if (!response.ok) throw new Error(`${quote.code}: ${quote.detail}`);

console.log(quote.status, quote.display_rate.exact);
