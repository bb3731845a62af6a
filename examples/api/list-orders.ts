import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/orders?limit=10`, {
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
const page = await response.json();
if (!response.ok) throw new Error(`${page.code}: ${page.detail}`);

for (const { id, reference, status } of page.data) console.log(id, reference, status);
