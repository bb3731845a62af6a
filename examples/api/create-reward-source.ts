import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/reward-sources`, {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`,
    'Content-Type': 'application/json',
  },
  body: JSON.stringify({
    description: 'adjoe, Android app',
    parameters: { user_uuid: 'uid', sid: 'sig' },
    asset: 'USDT',
    chain: 'local',
    rate: { coins: 1000, amount: '1.00' },
    max_earned_per_day: 50000,
  }),
});
const source = await response.json();
if (!response.ok) throw new Error(`${source.code}: ${source.detail}`);

// Paste the template into adjoe's dashboard; the token signs what comes.
console.log(source.template, source.token);
