import http from 'node:http';
import net from 'node:net';
import { text } from 'node:stream/consumers';

/** A line to the chain's node that a test can cut and mend: what a portal sees when its RPC provider is down. */
export async function networkTo(rpcUrl: string) {
  const target = new URL(rpcUrl);
  const state = { cut: false };
  const sockets = new Set<net.Socket>();
  const server = net.createServer((client) => {
    if (state.cut) {
      client.destroy();
      return;
    }
    const node = net.connect(Number(target.port), target.hostname);
    for (const socket of [client, node]) {
      sockets.add(socket);
      socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    }
    client.pipe(node).pipe(client);
    client.on('close', () => node.destroy());
    node.on('close', () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const drop = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    cut: () => {
      state.cut = true;
      drop();
    },
    mend: () => {
      state.cut = false;
    },
    close: async () => {
      drop();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type Network = Awaited<ReturnType<typeof networkTo>>;

type Post = { path: string; headers: Record<string, string>; body: string };

/** A merchant's receiver of webhooks, which keeps what it was sent and answers what `answer` says. */
export async function openReceiver() {
  const posts: Post[] = [];
  const answer = { status: 200, body: '' };
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      posts.push({ path: request.url ?? '', headers, body: Buffer.concat(parts).toString() });
      response.writeHead(answer.status).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${portOf(server)}`;
  return {
    host,
    url: `http://${host}/webhooks`,
    posts,
    answer,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type Receiver = Awaited<ReturnType<typeof openReceiver>>;

function portOf(server: net.Server): number {
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The server has no address');
  return address.port;
}

/** A page of another origin than the portal's and the merchant's. */
export async function servePage(html: string) {
  const server = http.createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server)}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The chain's node as public ones are: pages of any origin may ask it. */
export async function openNode(rpcUrl: string) {
  const open = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type' };
  const server = http.createServer(async (request, response) => {
    const body = await text(request);
    const answer =
      body && (await fetch(rpcUrl, { method: 'POST', body, headers: { 'content-type': 'application/json' } }));
    response.writeHead(200, { ...open, 'content-type': 'application/json' }).end(answer && (await answer.text()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${portOf(server)}/`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
