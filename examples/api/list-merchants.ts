import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_OPERATOR_KEY } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/operator/merchants`, {
  headers: { Authorization: `Bearer ${DRAWBRIDGE_OPERATOR_KEY}` },
});
const page = await response.json();
if (!response.ok) throw new Error(`${page.code}: ${page.detail}`);

for (const merchant of page.data) console.log(merchant.id, merchant.name, merchant.open_payouts);
