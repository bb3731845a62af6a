import http from 'node:http';
import { z } from 'zod';

const call = z.object({ id: z.unknown(), method: z.string(), params: z.array(z.unknown()).default([]) });
const range = z.object({ fromBlock: z.string(), toBlock: z.string() });

/** A node in front of the real one, as providers sell it: it grants log queries of so many blocks, and has bad days. */
export async function strictNode(rpcUrl: string) {
  const state = { granted: Number.POSITIVE_INFINITY, asked: 0, onLogs: (_asked: number) => {}, isDown: false };
  const server = http.createServer(async (incoming, outgoing) => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part);
    const body = Buffer.concat(parts).toString();
    const sent: unknown = JSON.parse(body);
    const calls = z.array(call).parse(Array.isArray(sent) ? sent : [sent]);
    const logs = calls.filter(({ method }) => method === 'eth_getLogs');
    if (logs.length > 0) state.onLogs(++state.asked);
    if (state.isDown) return incoming.socket.destroy();
    outgoing.setHeader('content-type', 'application/json');
    if (logs.some(({ params }) => blocksOf(params) > state.granted)) {
      const answers = calls.map(({ id }) => ({
        jsonrpc: '2.0',
        id,
        error: { code: -32_000, message: 'range too wide' },
      }));
      return outgoing.end(JSON.stringify(Array.isArray(sent) ? answers : answers[0]));
    }
    const headers = { 'content-type': 'application/json' };
    const real = await fetch(rpcUrl, { method: 'POST', headers, body });
    return outgoing.end(await real.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The node has no address');
  return {
    url: `http://127.0.0.1:${address.port}`,
    /** From now on only log queries of so many blocks are answered. */
    grant: (blocks: number) => {
      state.granted = blocks;
    },
    /** Calls `then` at the n-th request for logs from now on. */
    atLogs: (nth: number, then: () => void) => {
      state.asked = 0;
      state.onLogs = (asked) => asked === nth && then();
    },
    down: () => {
      state.isDown = true;
    },
    up: () => {
      state.isDown = false;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function blocksOf([filter]: unknown[]): number {
  const { fromBlock, toBlock } = range.parse(filter);
  return Number(toBlock) - Number(fromBlock) + 1;
}
