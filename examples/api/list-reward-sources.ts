import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/reward-sources`, {
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
const sources = await response.json();
if (!response.ok) throw new Error(`${sources.code}: ${sources.detail}`);

for (const { id, rate, asset } of sources.data) console.log(id, rate.coins, rate.amount, asset);
