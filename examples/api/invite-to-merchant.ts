import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_OPERATOR_KEY, MERCHANT_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/operator/merchants/${MERCHANT_ID}/invitations`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_OPERATOR_KEY}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({ role: 'developer', identity: { kind: 'email', value: 'dev@shop.example' } }),
});
const invitation = await response.json();
if (!response.ok) throw new Error(`${invitation.code}: ${invitation.detail}`);

console.log(invitation.role, invitation.identity.value);
