import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, SOURCE_SECRET } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/sources`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({ dialect: 'standard', description: 'Our gateway', secret: SOURCE_SECRET }),
});
const source = await response.json();
if (!response.ok) throw new Error(`${source.code}: ${source.detail}`);

console.log(source.id, source.url);
