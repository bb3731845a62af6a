import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_OPERATOR_KEY, MERCHANT_ID, VAULT_ADDRESS } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/operator/merchants/${MERCHANT_ID}/vaults`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_OPERATOR_KEY}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({ chain: 'local', address: VAULT_ADDRESS, assets: ['USDT'] }),
});
const vault = await response.json();
if (!response.ok) throw new Error(`${vault.code}: ${vault.detail}`);

console.log(vault.id, vault.address);
