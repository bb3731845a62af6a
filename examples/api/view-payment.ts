import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, TASK_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/payment/shkeeper/payout/${TASK_ID}`, {
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
const answer = await response.json();
if (!response.ok) throw new Error(`${answer.code}: ${answer.detail}`);

const { status, escrowState, blockchain } = answer.data;
console.log(status, escrowState, blockchain.transactionHash);
