import net from 'node:net';
import postgres from 'postgres';
import type { ChainKey } from '@/db/vocabulary/chains';
import { chainOf } from '@/lib/chains/registry';
import { reasonOf, StartFault } from './fault';
import { callRpcNumber } from './json-rpc';

const connects = (host: string, port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = net.connect({ host, port, timeout: 1_000 });
    const settle = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => settle(true));
    socket.once('error', () => settle(false));
    socket.once('timeout', () => settle(false));
  });

const canListen = (host: string, port: number) =>
  new Promise<string | null>((resolve) => {
    const server = net.createServer();
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });

/** Also asks ::1, which a browser may try first for "localhost". */
export async function isPortFree(host: string, port: number): Promise<boolean> {
  return (await canListen(host, port)) === null && !(await connects('::1', port));
}

export async function checkPort(host: string, port: number): Promise<void> {
  const refusal = await canListen(host, port);
  if (refusal === 'EACCES') throw new StartFault(`Port ${port} needs more rights: set PORT to one above 1023.`);
  if (refusal === 'EADDRNOTAVAIL') throw new StartFault(`HOST ${host} is not an address of this machine.`);
  if (refusal !== null && refusal !== 'EADDRINUSE') {
    throw new StartFault(`The portal cannot listen on ${host} port ${port} (${refusal}).`);
  }
  if (refusal !== null || (await connects('::1', port))) {
    throw new StartFault(`Port ${port} is in use by another program: stop that, or set PORT to a free one.`);
  }
}

/** Says where without the password. */
function whereIs(databaseUrl: string): string {
  const { hostname, port, pathname } = new URL(databaseUrl);
  return `${hostname}:${port || 5432}${pathname}`;
}

export async function checkDatabase(name: string, url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 8, onnotice: () => {} });
  try {
    const [row] = await sql<{ version: number }[]>`select current_setting('server_version_num')::int as version`;
    if (row && row.version < 160_000) {
      throw new StartFault(`${name}: ${whereIs(url)} is PostgreSQL ${Math.floor(row.version / 10_000)}; 16 is needed.`);
    }
  } catch (error) {
    if (error instanceof StartFault) throw error;
    throw new StartFault(`${name} does not work: ${whereIs(url)} says "${reasonOf(error)}".`, { cause: error });
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** One node that answers is enough to start with, and the others are told of; a node of another chain is refused. */
export async function checkNodes(key: ChainKey, urls: readonly string[], tell: (text: string) => void): Promise<void> {
  const silent: SilentNode[] = [];
  for (const url of urls) {
    await checkRpc(key, url).catch((error: unknown) => {
      if (!(error instanceof SilentNode)) throw error;
      silent.push(error);
    });
  }
  const [first] = silent;
  if (first && silent.length === urls.length) throw first;
  for (const { message } of silent) tell(`${message} It starts with the other nodes of ${key}.`);
}

class SilentNode extends StartFault {}

/** The address without path and query, which may carry a provider's key. */
async function checkRpc(key: ChainKey, url: string): Promise<void> {
  const name = `RPC_URL_${key.toUpperCase()}`;
  const { origin } = new URL(url);
  const { id } = chainOf(key);
  const answer = await callRpcNumber(url, 'eth_chainId').catch((error: unknown) => {
    throw new SilentNode(`${name} does not answer: ${origin} says "${reasonOf(error)}".`, { cause: error });
  });
  if (answer !== id) throw new StartFault(`${name} is chain ${answer}, but ${key} is chain ${id}.`);
}
