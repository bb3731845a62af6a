import { env } from 'node:process';

const { DRAWBRIDGE_URL, DRAWBRIDGE_API_KEY, ENDPOINT_ID } = env;

const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/webhook-endpoints/${ENDPOINT_ID}`, {
  method: 'DELETE',
  headers: { Authorization: `Bearer ${DRAWBRIDGE_API_KEY}` },
});
if (!response.ok) {
  const problem = await response.json();
  throw new Error(`${problem.code}: ${problem.detail}`);
}
console.log('deleted');
