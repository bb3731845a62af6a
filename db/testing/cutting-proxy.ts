import net from 'node:net';

export type CuttingProxy = {
  url: string;
  /** Messages that clients have sent so far. */
  sent(): number;
  /** Which of them were commits, on a line whose client waits for each answer. */
  commits(): number[];
  /** Ends once the line was cut. */
  cut: Promise<void>;
  /** From now on nothing passes on the lines that are open, either way; they stay open, and new ones work. */
  hush(): void;
  close(): Promise<void>;
};

/**
 * A line to the database that is cut for good just before the client's message number `cutAt` would be forwarded: what
 * the database saw then is what it sees when the client's process dies at that moment. The client is left waiting.
 */
export async function cuttingProxy(databaseUrl: string, cutAt = Number.MAX_SAFE_INTEGER): Promise<CuttingProxy> {
  const target = new URL(databaseUrl);
  const clients = new Set<net.Socket>();
  const upstreams = new Set<net.Socket>();
  const hushed = new Set<net.Socket>();
  const state = { sent: 0 };
  const commits: number[] = [];
  const { promise: cut, resolve: cutDone } = Promise.withResolvers<void>();
  const drop = () => {
    for (const upstream of upstreams) upstream.destroy();
    cutDone();
  };
  // What waits here to be more would take 40 ms for each message.
  const noDelay = true;
  const server = net.createServer({ noDelay }, (client) => {
    clients.add(client.on('error', () => {}));
    if (state.sent >= cutAt) return;
    const upstream = net.connect({ port: Number(target.port), host: target.hostname, noDelay });
    upstreams.add(upstream.on('error', () => {}));
    upstream.on('data', (answer) => {
      // What the server says once a transaction is in; the statement itself may be known to it by a name alone.
      if (answer.includes('COMMIT\0')) commits.push(state.sent);
      hushed.has(client) || client.write(answer);
    });
    client.on('close', () => upstream.destroy());
    client.on('data', (message) => {
      if (hushed.has(client)) return;
      state.sent += 1;
      if (state.sent >= cutAt) return drop();
      upstream.write(message);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The proxy has no address');
  const url = new URL(databaseUrl);
  url.port = String(address.port);
  url.hostname = '127.0.0.1';
  return {
    url: url.href,
    sent: () => state.sent,
    commits: () => commits,
    cut,
    hush: () => {
      for (const client of clients) hushed.add(client);
    },
    close: async () => {
      for (const socket of [...clients, ...upstreams]) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
