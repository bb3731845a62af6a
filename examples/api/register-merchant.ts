import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_OPERATOR_KEY, MERCHANT_REFERENCE } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/operator/merchants`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_OPERATOR_KEY}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({
    name: 'Corner Shop',
    mode: 'test',
    reference: MERCHANT_REFERENCE,
    owner: { kind: 'email', value: 'ann@shop.example' },
  }),
});
const merchant = await response.json();
if (!response.ok) throw new Error(`${merchant.code}: ${merchant.detail}`);

console.log(merchant.id, merchant.invitation.identity.value);
