import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/wallet-verifications?limit=10`, {
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
const page = await response.json();
if (!response.ok) throw new Error(`${page.code}: ${page.detail}`);

for (const { id, status, reference } of page.data) console.log(id, status, reference);
