import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_OPERATOR_KEY, MERCHANT_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/operator/merchants/${MERCHANT_ID}`, {
  headers: { Authorization: `Bearer ${DRAWBRIDGE_OPERATOR_KEY}` },
});
const merchant = await response.json();
if (!response.ok) throw new Error(`${merchant.code}: ${merchant.detail}`);

console.log(merchant.name, merchant.mode, merchant.people);
