import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_OPERATOR_KEY } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/operator/tokens`, {
  headers: { Authorization: `Bearer ${DRAWBRIDGE_OPERATOR_KEY}` },
});
const tokens = await response.json();
if (!response.ok) throw new Error(`${tokens.code}: ${tokens.detail}`);

for (const token of tokens.data) console.log(token.id, token.symbol, token.status);
