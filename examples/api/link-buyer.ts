import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, ORDER_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/orders/${ORDER_ID}/buyer-link`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
const link = await response.json();
if (!response.ok) throw new Error(`${link.code}: ${link.detail}`);

console.log(link.url);
