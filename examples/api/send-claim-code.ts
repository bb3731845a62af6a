import { env } from 'node:process';

const { DRAWBRIDGE_URL, CLAIM_TOKEN } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/claims/${CLAIM_TOKEN}/code`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({}),
});
const sent = await response.json();
if (!response.ok) throw new Error(`${sent.code}: ${sent.detail}`);

// A browser keeps this by itself; another program sends it with the code, and with the claim.
const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
console.log(sent.sent_to, cookie);
