import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, GATEWAY_URL, GATEWAY_PASSWORD, GATEWAY_KEY, GATEWAY_CRYPTO } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/gateways`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({
    kind: 'shkeeper',
    url: GATEWAY_URL,
    username: 'admin',
    password: GATEWAY_PASSWORD,
    api_key: GATEWAY_KEY,
    assets: [{ chain: 'local', asset: 'USDT', crypto: GATEWAY_CRYPTO }],
  }),
});
const gateway = await response.json();
if (!response.ok) throw new Error(`${gateway.code}: ${gateway.detail}`);

console.log(gateway.id, gateway.callback_url);
