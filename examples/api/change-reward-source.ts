import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, REWARD_SOURCE_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/reward-sources/${REWARD_SOURCE_ID}`, {
  method: 'PATCH',
  headers: {
    Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`,
    'Content-Type': 'application/json',
  },
  body: JSON.stringify({ rate: { coins: 900, amount: '1.00' } }),
});
const source = await response.json();
if (!response.ok) throw new Error(`${source.code}: ${source.detail}`);

console.log(source.rate.coins, source.rate.amount);
