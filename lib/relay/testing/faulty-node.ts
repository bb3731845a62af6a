import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { isHex, keccak256 } from 'viem';
import { z } from 'zod';

const call = z.object({ id: z.unknown(), method: z.string(), params: z.array(z.unknown()).default([]) });
type Call = z.infer<typeof call>;

/** What a node can do wrong with a transfer that it is given, and with a question. */
const faultsOfSends = ['refused', 'taken_then_error', 'taken_then_silent', 'dropped'] as const;
const faultsOfReads = ['refused', 'silent', 'error', 'slow'] as const;
export type NodeFault = (typeof faultsOfSends)[number] | (typeof faultsOfReads)[number];

const slowMs = 300;

/** A node in front of the real one that answers a share of all requests wrong: it takes and says no, drops, or says nothing. */
export async function faultyNode(rpcUrl: string) {
  const counts = new Map<NodeFault, number>();
  const state = { rate: 0, requests: 0 };
  const draw = (sends: boolean): NodeFault | null => {
    state.requests += 1;
    if (Math.random() >= state.rate) return null;
    const faults = sends ? faultsOfSends : faultsOfReads;
    const fault = faults[Math.floor(Math.random() * faults.length)] ?? 'refused';
    counts.set(fault, (counts.get(fault) ?? 0) + 1);
    return fault;
  };
  const server = http.createServer(async (incoming, outgoing) => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part);
    const sent: unknown = JSON.parse(Buffer.concat(parts).toString());
    const calls = z.array(call).parse(Array.isArray(sent) ? sent : [sent]);
    // The real one may be gone by now: a slow answer outlives the test that asked.
    const reply = await answer(calls).catch(() => 'refusal' as const);
    if (reply === 'silence') return incoming.socket.destroy();
    if (reply === 'refusal') return outgoing.writeHead(503).end();
    outgoing.setHeader('content-type', 'application/json');
    return outgoing.end(JSON.stringify(Array.isArray(sent) ? reply : reply[0]));
  });
  const answer = async (calls: Call[]): Promise<unknown[] | 'silence' | 'refusal'> => {
    const fault = draw(calls.some(isSend));
    if (fault === 'refused') return 'refusal';
    if (fault === 'silent') return 'silence';
    if (fault === 'dropped')
      return [...(await ask(calls.filter((one) => !isSend(one)))), ...calls.filter(isSend).map(dropped)];
    if (fault === 'slow') await pause(slowMs);
    const real = await ask(calls);
    if (fault === 'taken_then_silent') return 'silence';
    return fault === 'taken_then_error' || fault === 'error' ? calls.map(failed) : real;
  };
  const ask = async (calls: Call[]): Promise<unknown[]> => {
    if (calls.length === 0) return [];
    const body = JSON.stringify(calls.map((one) => ({ jsonrpc: '2.0', ...one })));
    const real = await fetch(rpcUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    return z.array(z.unknown()).parse(await real.json());
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The node has no address');
  return {
    url: `http://127.0.0.1:${address.port}`,
    counts: () => Object.fromEntries(counts),
    requests: () => state.requests,
    /** From now on so many of all requests go wrong. */
    fail(share: number) {
      state.rate = share;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function isSend({ method }: Call): boolean {
  return method === 'eth_sendRawTransaction';
}

/** Says the hash, as a node does that took it. */
function dropped({ id, params: [raw] }: Call): unknown {
  return { jsonrpc: '2.0', id, result: isHex(raw) ? keccak256(raw) : null };
}

function failed({ id }: Call): unknown {
  return { jsonrpc: '2.0', id, error: { code: -32_603, message: 'internal error' } };
}
