import { env } from 'node:process';

const { DRAWBRIDGE_URL, CLAIM_TOKEN } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/claims/${CLAIM_TOKEN}/reminder`, { method: 'POST' });
const answer = await response.json();
if (!response.ok) throw new Error(`${answer.code}: ${answer.detail}`);

console.log(answer.sent_to, answer.at);
