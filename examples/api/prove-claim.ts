import { env } from 'node:process';
import { privateKeyToAccount } from 'viem/accounts';

const { DRAWBRIDGE_URL, CLAIM_TOKEN, PRIVATE_KEY } = env;
const account = privateKeyToAccount(`0x${PRIVATE_KEY}`);

async function post(path: string, body: Record<string, string>) {
  const response = await fetch(`${DRAWBRIDGE_URL}/api/v1/claims/${CLAIM_TOKEN}/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${answer.code}: ${answer.detail}`);
  return answer;
}

const { address } = account;
const { message } = await post('proof/message', { address });
const signature = await account.signMessage({ message });
const { proof } = await post('proof', { address, message, signature });

console.log(proof);
