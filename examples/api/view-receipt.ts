import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, PAYOUT_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/payouts/${PAYOUT_ID}/receipt`, {
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
const answer = await response.json();
if (!response.ok) throw new Error(`${answer.code}: ${answer.detail}`);

console.log(answer.decoded.net.text, answer.decoded.transfer.hash, answer.voided_at ?? 'counts');
