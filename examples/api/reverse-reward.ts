import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, REWARD_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/rewards/${REWARD_ID}/reverse`, {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`,
    'Content-Type': 'application/json',
  },
  body: JSON.stringify({ reason: 'The install was taken back' }),
});
const reward = await response.json();
if (!response.ok) throw new Error(`${reward.code}: ${reward.detail}`);

console.log(reward.status);
