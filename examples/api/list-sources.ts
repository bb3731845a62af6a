import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/sources`, {
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
const answer = await response.json();
if (!response.ok) throw new Error(`${answer.code}: ${answer.detail}`);

for (const source of answer.data) console.log(source.dialect, source.id, source.description);
