import http from 'node:http';
import { z } from 'zod';

const request = z.object({ id: z.unknown(), method: z.string(), params: z.array(z.unknown()).default([]) });
const response = z.looseObject({ id: z.unknown(), result: z.unknown() });

/**
 * A node in front of the real one that knows the newest block's number, but not yet its contents: asked for blocks above
 * `knows`, it has none, and asked for logs, it answers the empty list that such nodes are known for.
 */
export async function laggingNode(rpcUrl: string) {
  const state = { knows: Number.POSITIVE_INFINITY };
  const answer = async (body: string): Promise<string> => {
    const sent: unknown = JSON.parse(body);
    const calls = z.array(request).parse(Array.isArray(sent) ? sent : [sent]);
    const real = await fetch(rpcUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const got: unknown = await real.json();
    const answers = z.array(response).parse(Array.isArray(got) ? got : [got]);
    const shown = answers.map((one) => {
      const call = calls.find(({ id }) => id === one.id);
      return call && hides(call, state.knows) ? { jsonrpc: '2.0', id: one.id, result: emptyAnswer(call.method) } : one;
    });
    return JSON.stringify(Array.isArray(sent) ? shown : shown[0]);
  };
  const server = http.createServer(async (incoming, outgoing) => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part);
    outgoing.setHeader('content-type', 'application/json');
    outgoing.end(await answer(Buffer.concat(parts).toString()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The node has no address');
  return {
    url: `http://127.0.0.1:${address.port}`,
    /** From now on only blocks up to this number are known. */
    lagAt: (knows: number) => {
      state.knows = knows;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function emptyAnswer(method: string): unknown {
  return method === 'eth_getLogs' ? [] : null;
}

function hides({ method, params }: z.infer<typeof request>, knows: number): boolean {
  if (method === 'eth_getLogs') return Number.isFinite(knows);
  return method === 'eth_getBlockByNumber' && typeof params[0] === 'string' && Number(params[0]) > knows;
}
