import { z } from 'zod';
import { rpcUrlOf } from '@/lib/chains/served';
import { env } from '@/lib/kernel/env';

export const dynamic = 'force-dynamic';

const maxBytes = 256_000;

/** Reading and sending, as any public node allows; nothing that steers the chain or uses its unlocked accounts. */
const allowed =
  /^(eth_(accounts|blockNumber|call|chainId|estimateGas|feeHistory|gasPrice|getBalance|getBlockByHash|getBlockByNumber|getCode|getLogs|getStorageAt|getTransactionByHash|getTransactionCount|getTransactionReceipt|maxPriorityFeePerGas|sendRawTransaction|syncing)|net_version|web3_clientVersion)$/;

const callSchema = z.object({
  jsonrpc: z.literal('2.0'),
  id: z.union([z.number(), z.string(), z.null()]).default(null),
  method: z.string(),
  params: z.array(z.unknown()).default([]),
});
const bodySchema = z.union([callSchema, z.array(callSchema).min(1).max(100)]);
type Call = z.infer<typeof callSchema>;

const problem = (id: Call['id'], code: number, message: string) => ({ jsonrpc: '2.0', id, error: { code, message } });

async function answer(call: Call, url: string): Promise<unknown> {
  if (!allowed.test(call.method)) return problem(call.id, -32601, `The demo's door does not offer ${call.method}.`);
  // Its accounts are unlocked; a wallet that asks here must not see them as its own.
  if (call.method === 'eth_accounts') return { jsonrpc: '2.0', id: call.id, result: [] };
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(call),
      signal: AbortSignal.timeout(10_000),
    });
    return await response.json();
  } catch {
    return problem(call.id, -32603, 'The local chain does not answer.');
  }
}

/** The demo's way from the browser to the local chain. */
export async function POST(request: Request): Promise<Response> {
  const url = env.DEMO ? rpcUrlOf('local') : undefined;
  if (!url) return new Response('Not found', { status: 404 });
  const text = await request.text();
  if (text.length > maxBytes) return Response.json(problem(null, -32600, 'Too large'), { status: 413 });
  const parsed = bodySchema.safeParse(parseJson(text));
  if (!parsed.success) return Response.json(problem(null, -32600, 'Not a JSON-RPC call'), { status: 400 });
  const calls = parsed.data;
  const body = Array.isArray(calls)
    ? await Promise.all(calls.map((call) => answer(call, url)))
    : await answer(calls, url);
  return Response.json(body, { headers: { 'cache-control': 'no-store' } });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
