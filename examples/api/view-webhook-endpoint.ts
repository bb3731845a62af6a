import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, ENDPOINT_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/webhook-endpoints/${ENDPOINT_ID}`, {
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
const endpoint = await response.json();
if (!response.ok) throw new Error(`${endpoint.code}: ${endpoint.detail}`);

console.log(endpoint.url, endpoint.status);
