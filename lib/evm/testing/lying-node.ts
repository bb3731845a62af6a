import http from 'node:http';
import { z } from 'zod';

const call = z.object({ id: z.unknown(), method: z.string(), params: z.array(z.unknown()).default([]) });
const answer = z.looseObject({ id: z.unknown(), result: z.unknown().optional() });

export type Asked = { method: string; params: unknown[] };
/** What the node says instead of the truth; undefined lets the truth through. */
export type Lie = (asked: Asked, truth: unknown) => { result: unknown } | { error: object } | undefined;

/** A node in front of the real one that tests make lie about single calls, or answer with a bare HTTP status. */
export async function lyingNode(rpcUrl: string) {
  const state: { lie: Lie; bare: { status: number; headers: Record<string, string> } | null; requests: number } = {
    lie: () => undefined,
    bare: null,
    requests: 0,
  };
  const reply = async (body: string): Promise<string> => {
    const sent: unknown = JSON.parse(body);
    const calls = z.array(call).parse(Array.isArray(sent) ? sent : [sent]);
    const real = await fetch(rpcUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    const got: unknown = await real.json();
    const answers = z.array(answer).parse(Array.isArray(got) ? got : [got]);
    const shown = answers.map((one) => {
      const asked = calls.find(({ id }) => id === one.id);
      const lie = asked && state.lie(asked, one.result);
      return lie ? { jsonrpc: '2.0', id: one.id, ...lie } : one;
    });
    return JSON.stringify(Array.isArray(sent) ? shown : shown[0]);
  };
  const server = http.createServer(async (incoming, outgoing) => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part);
    state.requests += 1;
    if (state.bare) return outgoing.writeHead(state.bare.status, state.bare.headers).end();
    outgoing.setHeader('content-type', 'application/json');
    return outgoing.end(await reply(Buffer.concat(parts).toString()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The node has no address');
  return {
    url: `http://127.0.0.1:${address.port}`,
    /** From now on; `() => undefined` makes it honest. */
    lie: (lie: Lie) => {
      state.lie = lie;
    },
    honest: () => {
      state.lie = () => undefined;
      state.bare = null;
    },
    /** Every request gets this status and nothing else, until it is honest again. */
    bare: (status: number, headers: Record<string, string> = {}) => {
      state.bare = { status, headers };
    },
    requests: () => state.requests,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
