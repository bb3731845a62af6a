import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, GATEWAY_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/gateways/${GATEWAY_ID}`, {
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
const gateway = await response.json();
if (!response.ok) throw new Error(`${gateway.code}: ${gateway.detail}`);

console.log(gateway.state, gateway.fault?.code ?? 'works');
