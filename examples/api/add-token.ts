import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_OPERATOR_KEY, TOKEN_ADDRESS, TOKEN_SYMBOL } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/operator/tokens`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_OPERATOR_KEY}`, 'Content-Type': 'application/json' },
  body: JSON.stringify({ chain: 'local', address: TOKEN_ADDRESS, symbol: TOKEN_SYMBOL }),
});
const token = await response.json();
if (!response.ok) throw new Error(`${token.code}: ${token.detail}`);

console.log(token.symbol, token.status);
for (const finding of token.findings) console.log(finding.text);
