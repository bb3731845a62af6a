import http from 'node:http';
import type { AddressInfo } from 'node:net';

export type Received = { method: string; path: string; headers: Record<string, string>; body: string; at: number };
export type Reply = (request: Received, response: http.ServerResponse, count: number) => void;

export type Receiver = {
  url: string;
  /** As the operator lists it: `127.0.0.1:<port>`. */
  host: string;
  received: Received[];
  /** Resolves when so many requests have come in all. */
  reached(count: number): Promise<void>;
  close(): Promise<void>;
};

export const answerWith =
  (status: number, headers: Record<string, string> = {}, body = ''): Reply =>
  (_request, response) => {
    response.writeHead(status, headers).end(body);
  };

/** A merchant's server on loopback that keeps what it got. `reply` answers; without a call it hangs. */
export async function startReceiver(reply: Reply = answerWith(204)): Promise<Receiver> {
  const received: Received[] = [];
  const waiting = new Set<{ count: number; resolve: () => void }>();
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      const { method = '', url: path = '' } = request;
      const one = { method, path, headers, body: Buffer.concat(chunks).toString(), at: performance.now() };
      received.push(one);
      reply(one, response, received.length);
      for (const waiter of waiting) {
        if (received.length < waiter.count) continue;
        waiting.delete(waiter);
        waiter.resolve();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${portOf(server.address())}`;
  return {
    url: `http://${host}/webhooks`,
    host,
    received,
    reached: (count) =>
      new Promise((resolve) => {
        if (received.length >= count) resolve();
        else waiting.add({ count, resolve });
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}
