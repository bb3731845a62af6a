import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, GATEWAY_ID, GATEWAY_PASSWORD } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/gateways/${GATEWAY_ID}`, {
  method: 'PATCH',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({ password: GATEWAY_PASSWORD }),
});
const gateway = await response.json();
if (!response.ok) throw new Error(`${gateway.code}: ${gateway.detail}`);

console.log(gateway.state, gateway.username);
