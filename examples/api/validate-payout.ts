import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, ADDRESS, ORDER } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/payouts/validate`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({
    amount: '25.00',
    asset: 'USDT',
    chain: 'local',
    recipient: { type: 'wallet', address: ADDRESS },
    reference: ORDER,
  }),
});
const answer = await response.json();
if (!response.ok) throw new Error(`${answer.code}: ${answer.detail}`);

console.log(answer.net, answer.warnings);
