import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_OPERATOR_KEY } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/operator/chains`, {
  headers: { Authorization: `Bearer ${DRAWBRIDGE_OPERATOR_KEY}` },
});
const chains = await response.json();
if (!response.ok) throw new Error(`${chains.code}: ${chains.detail}`);

for (const chain of chains.data) console.log(chain.key, chain.chain_id, chain.status);
