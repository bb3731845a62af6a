import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, REWARD_SOURCE_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/reward-sources/${REWARD_SOURCE_ID}`, {
  method: 'DELETE',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
if (!response.ok) throw new Error(await response.text());

console.log(response.status);
