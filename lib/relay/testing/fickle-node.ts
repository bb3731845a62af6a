import http from 'node:http';
import { getAbiItem, toFunctionSelector } from 'viem';
import { z } from 'zod';
import { drawbridgeAbi } from '@/lib/chains/abi/drawbridge';

/** What every claim of the contract begins with. */
const claimSelector = toFunctionSelector(getAbiItem({ abi: drawbridgeAbi, name: 'claim' }));
const reverted = { code: 3, message: 'execution reverted', data: '0x' };
const calls = z.array(z.looseObject({ id: z.unknown(), method: z.string() }));
/** What it does with bytes that are given to it: takes them, takes them and answers an error, or says that it took them and forgets them. */
export type Mood = 'honest' | 'takes_and_refuses' | 'forgets' | 'refuses' | 'hangs_up';

/** A node in front of the real one that answers as it likes when something is sent. */
export async function fickleNode(rpcUrl: string) {
  const state = { mood: (): Mood => 'honest', onSent: async () => {}, refusesClaims: false, fails: '' };
  const server = http.createServer(async (incoming, outgoing) => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part);
    const body = Buffer.concat(parts).toString();
    const asked = calls.parse(JSON.parse(body));
    const isSent = (method: string) => method === 'eth_sendRawTransaction';
    const sends = asked.filter(({ method }) => isSent(method));
    const mood = sends.length > 0 ? state.mood() : 'honest';
    if (sends.length > 0) await state.onSent();
    const kept = asked.filter(
      ({ method }) => !isSent(method) || mood === 'honest' || mood === 'takes_and_refuses' || mood === 'hangs_up',
    );
    const headers = { 'content-type': 'application/json' };
    const real = await fetch(rpcUrl, { method: 'POST', headers, body: JSON.stringify(kept) });
    const answers = calls.or(z.array(z.looseObject({ id: z.unknown() }))).parse(await real.json());
    if (mood === 'hangs_up') return incoming.socket.destroy();
    const given = asked.map((call) => {
      const { id } = call;
      const isTried = call.method === 'eth_call' && JSON.stringify(call).includes(claimSelector);
      if (isTried && state.fails && JSON.stringify(call).includes(state.fails))
        return { jsonrpc: '2.0', id, error: { code: -32_000, message: 'out of gas' } };
      if (isTried && state.refusesClaims) return { jsonrpc: '2.0', id, error: reverted };
      if (isSent(call.method) && mood === 'forgets') return { jsonrpc: '2.0', id, result: `0x${'ab'.repeat(32)}` };
      if (isSent(call.method) && mood !== 'honest')
        return { jsonrpc: '2.0', id, error: { code: -32_000, message: 'too busy' } };
      return answers.find((answer) => answer.id === id);
    });
    return outgoing.writeHead(200, headers).end(JSON.stringify(given));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The node has no address');
  return {
    url: `http://127.0.0.1:${address.port}`,
    /** How it is from now on; asked at each request that sends. */
    be(mood: Mood | (() => Mood)) {
      state.mood = typeof mood === 'function' ? mood : () => mood;
    },
    /** Called before what is sent is passed on. */
    onSent(heard: () => Promise<void>) {
      state.onSent = heard;
    },
    /** Claims revert from now on, without a word, when they are only tried. */
    refuseClaims(refusesClaims: boolean) {
      state.refusesClaims = refusesClaims;
    },
    /** Claims with this in their bytes get no answer when they are tried, but an error of the node. */
    failFor(bytes: string) {
      state.fails = bytes;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
