import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_OPERATOR_KEY, MERCHANT_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/operator/merchants/${MERCHANT_ID}/limits`, {
  method: 'DELETE',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_OPERATOR_KEY}` },
});
if (!response.ok) throw new Error(`Not lifted: ${response.status} ${await response.text()}`);

console.log('lifted');
