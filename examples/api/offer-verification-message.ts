import { env } from 'node:process';

const { DRAWBRIDGE_URL, VERIFICATION_TOKEN, ADDRESS } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/verifications/${VERIFICATION_TOKEN}/message`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ address: ADDRESS }),
});
const offered = await response.json();
if (!response.ok) throw new Error(`${offered.code}: ${offered.detail}`);

console.log(offered.message);
