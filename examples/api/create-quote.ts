import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/quotes`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({ display: { currency: 'JPY', amount: '5000' }, asset: 'USDT', chain: 'local' }),
});
const quote = await response.json();
if (!response.ok) throw new Error(`${quote.code}: ${quote.detail}`);

console.log(quote.id, quote.paid.amount, quote.expires_at);
