import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/webhook-sources`, {
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
const sources = await response.json();
if (!response.ok) throw new Error(`${sources.code}: ${sources.detail}`);

console.log(sources.data);
