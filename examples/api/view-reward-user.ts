import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, REWARD_USER } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/rewards/users/${encodeURIComponent(REWARD_USER ?? '')}`, {
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
const user = await response.json();
if (!response.ok) throw new Error(`${user.code}: ${user.detail}`);

for (const { coins, currency, worth } of user.purses) console.log(coins, currency, worth.amount, worth.asset);
