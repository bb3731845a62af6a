import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, GATEWAY_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/gateways/${GATEWAY_ID}`, {
  method: 'DELETE',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
if (!response.ok) throw new Error(`Not disabled: ${response.status} ${await response.text()}`);

console.log('disabled');
