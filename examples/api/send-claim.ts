import { env } from 'node:process';

const { DRAWBRIDGE_URL, CLAIM_TOKEN, ADDRESS } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/claims/${CLAIM_TOKEN}/send`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ address: ADDRESS }),
});
const claim = await response.json();
if (!response.ok) throw new Error(`${claim.code}: ${claim.detail}`);

console.log(claim.relay.next);
