import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/relay-costs`, {
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
const costs = await response.json();
if (!response.ok) throw new Error(`${costs.code}: ${costs.detail}`);

for (const { day, chain, paid, network_fee } of costs.data) {
  console.log(day, chain, paid, network_fee.amount, network_fee.currency);
}
