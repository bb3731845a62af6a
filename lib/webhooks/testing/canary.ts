import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import http from 'node:http';
import net from 'node:net';

export type Canary = { port: number /** Connections that reached it. */; heard(): number; close(): Promise<void> };

/** A private service on loopback that nobody may reach, by IPv4 and IPv6: it counts connections. */
export async function startCanary(): Promise<Canary> {
  let heard = 0;
  const servers = [0, 1].map(() =>
    http
      .createServer((_request, response) => response.end('the secret of this host'))
      .on('connection', () => {
        heard += 1;
      }),
  );
  const [four, six] = servers;
  await new Promise<void>((resolve) => four?.listen(0, '127.0.0.1', resolve));
  const address = four?.address();
  if (typeof address !== 'object' || !address) throw new Error('The canary has no port');
  await new Promise<void>((resolve) => six?.on('error', () => resolve()).listen(address.port, '::1', resolve));
  return {
    port: address.port,
    heard: () => heard,
    async close() {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

export type Dialled = { addresses: string[]; stop(): void };

/** Every address that a socket of this process sets out to, from now on. */
export function watchDialling(): Dialled {
  const addresses: string[] = [];
  const note = (message: unknown) => {
    const socket: unknown = Object(message).socket;
    if (socket instanceof net.Socket) socket.on('connectionAttempt', (address) => addresses.push(address));
  };
  subscribe('net.client.socket', note);
  return { addresses, stop: () => void unsubscribe('net.client.socket', note) };
}
