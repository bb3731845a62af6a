import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/order-settings`, {
  method: 'PUT',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({ grace_days: 10, categories: { digital: 2 }, dispute_days: 14 }),
});
const settings = await response.json();
if (!response.ok) throw new Error(`${settings.code}: ${settings.detail}`);

console.log(settings.grace_days, settings.categories);
