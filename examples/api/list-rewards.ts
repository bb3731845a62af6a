import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, REWARD_USER } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/rewards?user=${encodeURIComponent(REWARD_USER ?? '')}`, {
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
const rewards = await response.json();
if (!response.ok) throw new Error(`${rewards.code}: ${rewards.detail}`);

for (const { id, coins, currency, status } of rewards.data) console.log(id, coins, currency, status);
