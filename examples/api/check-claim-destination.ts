import { env } from 'node:process';

const { DRAWBRIDGE_URL, CLAIM_TOKEN, ADDRESS } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/claims/${CLAIM_TOKEN}/destination`, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ to: ADDRESS }),
});
const destination = await response.json();
if (!response.ok) throw new Error(`${destination.code}: ${destination.detail}`);

console.log(destination.address, destination.notes.length);
