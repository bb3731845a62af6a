import { env } from 'node:process';

const { DRAWBRIDGE_URL, VERIFICATION_TOKEN } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/verifications/${VERIFICATION_TOKEN}`);
const link = await response.json();
if (!response.ok) throw new Error(`${link.code}: ${link.detail}`);

console.log(link.status, link.merchant.name);
