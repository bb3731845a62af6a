import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, PAYOUT_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/payouts/${PAYOUT_ID}/mails`, {
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
const answer = await response.json();
if (!response.ok) throw new Error(`${answer.code}: ${answer.detail}`);

for (const mail of answer.data) console.log(mail.kind, mail.email, mail.state);
