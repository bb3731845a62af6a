import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_OPERATOR_KEY, NODE_URL } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/operator/chains`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_OPERATOR_KEY}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({
    ...{ key: 'meadow', chain_id: 77_001, name: 'Meadow', test: true },
    ...{ currency: { name: 'Hay', symbol: 'HAY' }, explorer_url: null },
    ...{ finality: { confirmations: 3 }, block_seconds: 2, relay_max_gwei: 50 },
    ...{ nodes: [NODE_URL], public_node: 'https://rpc.meadow.example' },
  }),
});
const chain = await response.json();
if (!response.ok) throw new Error(`${chain.code}: ${chain.detail}`);

console.log(chain.key, chain.status);
