import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, VERIFICATION_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/wallet-verifications/${VERIFICATION_ID}`, {
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
const verification = await response.json();
if (!response.ok) throw new Error(`${verification.code}: ${verification.detail}`);

console.log(verification.status, verification.attestation?.address);
