import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/webhook-endpoints`, {
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
const endpoints = await response.json();
if (!response.ok) throw new Error(`${endpoints.code}: ${endpoints.detail}`);

console.log(endpoints.data);
