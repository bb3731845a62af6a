import { env } from 'node:process';

const { DRAWBRIDGE_URL, CLAIM_TOKEN } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/claims/${CLAIM_TOKEN}`);
const claim = await response.json();
if (!response.ok) throw new Error(`${claim.code}: ${claim.detail}`);

console.log(claim.status, claim.net, claim.asset.symbol);
