import { env } from 'node:process';
import { privateKeyToAccount } from 'viem/accounts';

const { DRAWBRIDGE_URL, VERIFICATION_TOKEN, PRIVATE_KEY } = env;
const account = privateKeyToAccount(`0x${PRIVATE_KEY}`);
const link = `${DRAWBRIDGE_URL}/api/v1/verifications/${VERIFICATION_TOKEN}`;

async function post(url: string, body: Record<string, string>) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${answer.code}: ${answer.detail}`);
  return answer;
}

const { address } = account;
const { message } = await post(`${link}/message`, { address });
const signature = await account.signMessage({ message });
const verified = await post(link, { address, message, signature });

console.log(verified.status, verified.signed_by);
