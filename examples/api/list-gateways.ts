import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/gateways`, {
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
const page = await response.json();
if (!response.ok) throw new Error(`${page.code}: ${page.detail}`);

for (const gateway of page.data) {
  for (const { asset, chain, held } of gateway.assets) console.log(gateway.id, gateway.state, asset, chain, held);
}
