import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_OPERATOR_KEY, MERCHANT_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/operator/merchants/${MERCHANT_ID}/api-keys`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_OPERATOR_KEY}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({ name: 'Shop server', scopes: ['payouts:read', 'payouts:write'] }),
});
const made = await response.json();
if (!response.ok) throw new Error(`${made.code}: ${made.detail}`);

console.log(made.id, made.key);
