import { RpcError } from './rpc-error';

let lastId = 0;

/** Asks the local chain, through the portal's own door. */
export async function askNode(method: string, params: readonly unknown[] = []): Promise<unknown> {
  lastId += 1;
  const response = await fetch('/dev/rpc', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: lastId, method, params }),
  }).catch(() => null);
  if (!response?.ok) throw new RpcError(-32603, 'The local chain does not answer.');
  const answer = await response.json();
  if (answer.error) throw new RpcError(answer.error.code, answer.error.message, answer.error.data);
  return answer.result;
}

export async function askNodeForText(method: string, params: readonly unknown[] = []): Promise<string> {
  const answer = await askNode(method, params);
  if (typeof answer !== 'string') throw new RpcError(-32603, `The local chain gave no answer to ${method}.`);
  return answer;
}
