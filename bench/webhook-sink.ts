import { once } from 'node:events';
import http from 'node:http';

export type Sink = {
  /** When each webhook was first read in full, in milliseconds of this process, by `<path> <event id>`. */
  arrivals: ReadonlyMap<string, number>;
  /** Resolves when so many different webhooks have come in all. */
  reached(count: number): Promise<void>;
  close(): void;
};

/** Where the measured webhooks arrive. What comes to `/hang` is never answered. */
export async function startSink(port: number): Promise<Sink> {
  const arrivals = new Map<string, number>();
  const waiting = new Map<() => void, number>();
  const server = http.createServer((request, response) => {
    request.resume().on('end', () => {
      if (request.url === '/hang') return;
      const key = `${request.url} ${request.headers['webhook-id']}`;
      if (!arrivals.has(key)) arrivals.set(key, performance.now());
      response.writeHead(204).end();
      for (const [resolve, count] of waiting) {
        if (arrivals.size < count) continue;
        waiting.delete(resolve);
        resolve();
      }
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    arrivals,
    reached: (count) =>
      new Promise((resolve) => {
        if (arrivals.size >= count) resolve();
        else waiting.set(resolve, count);
      }),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** One POST of the bare client; answers how long it took. */
export function postOnce(port: number, agent: http.Agent, id: string, body: string): Promise<number> {
  const started = performance.now();
  const headers = { 'webhook-id': id, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host: '127.0.0.1', port, path: '/bare', method: 'POST', agent, headers },
      (response) => {
        response.resume().on('end', () => resolve(performance.now() - started));
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
