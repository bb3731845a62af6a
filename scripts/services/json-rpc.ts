import { z } from 'zod';

const answerSchema = z.object({ result: z.unknown(), error: z.object({ message: z.string() }).optional() });

/** One JSON-RPC call; throws with the node's own words when it refuses, and after `timeoutMs` without an answer. */
export async function callRpc(
  url: string,
  method: string,
  params: readonly unknown[] = [],
  timeoutMs = 10_000,
): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const answer = answerSchema.parse(await response.json());
  if (answer.error) throw new Error(`${method}: ${answer.error.message}`);
  return answer.result;
}

const hexNumber = z
  .string()
  .regex(/^0x[0-9a-fA-F]+$/)
  .transform(Number);

export async function callRpcNumber(url: string, method: string, params: readonly unknown[] = []): Promise<number> {
  return hexNumber.parse(await callRpc(url, method, params));
}
