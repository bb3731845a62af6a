import http from 'node:http';

type State = { failing: boolean; hidden: string | null; overheard: (body: string) => Promise<void> };

/** A node in front of the real one that tests make fail, or not know a transfer yet, and that listens. */
export async function frailNode(rpcUrl: string) {
  const state: State = { failing: false, hidden: null, overheard: async () => {} };
  const server = http.createServer(async (incoming, outgoing) => {
    const parts: Buffer[] = [];
    for await (const part of incoming) parts.push(part);
    const body = Buffer.concat(parts).toString();
    await state.overheard(body);
    if (state.failing) return outgoing.writeHead(503).end();
    const asked = state.hidden ? body.replaceAll(state.hidden, `0x${'00'.repeat(32)}`) : body;
    const headers = { 'content-type': 'application/json' };
    const real = await fetch(rpcUrl, { method: 'POST', headers, body: asked });
    outgoing.writeHead(real.status, headers).end(await real.text());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The node has no address');
  return {
    url: `http://127.0.0.1:${address.port}`,
    fail(failing: boolean) {
      state.failing = failing;
    },
    /** This hash is unknown from now on, until another one is. */
    hide(hash: string | null) {
      state.hidden = hash;
    },
    /** Sees every request from now on, before it is answered. */
    listen(overheard: (body: string) => Promise<void>) {
      state.overheard = overheard;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
