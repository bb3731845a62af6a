import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Hex } from 'viem';
import { formatUnits } from 'viem';
import { goodManners, type Manners } from './manners';
import { type Answer, Payouts, readObject } from './payouts';
import { pythonJson } from './python';
import { Rows } from './rows';
import { type Crypto, HotWallet } from './wallet';

export type GatewayOptions = {
  rpcUrl: string;
  /** Of the hot wallet; it needs tokens and coins. */
  privateKey: Hex;
  cryptos: readonly Crypto[];
  username?: string;
  password?: string;
  apiKey?: string;
  /** The separate secret of callbacks; without it the API key signs them. */
  callbackSecret?: string;
  port?: number;
  manners?: Partial<Manners>;
};

export type Gateway = {
  url: string;
  port: number;
  wallet: HotWallet;
  rows: Rows;
  /** Every request that came in, as `METHOD /path`. */
  requests: string[];
  behave(manners: Partial<Manners>): void;
  close(): Promise<void>;
};

const errorOf = (message: string): Answer => ({ status: 200, body: { status: 'error', message } });
const nothing: Answer = { status: 404, body: { code: 404, status: 'Not Found' } };

const equal = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/** A gateway server's payout routes as the original serves them, sending real transfers on a chain. Stands in for SHKeeper in tests. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { username = 'admin', password = 'admin', apiKey = 'test-api-key', cryptos } = options;
  let manners: Manners = { ...goodManners, ...options.manners };
  const read = () => manners;
  const wallet = new HotWallet(options.rpcUrl, options.privateKey, read);
  const rows = new Rows(wallet, read, () => options.callbackSecret ?? apiKey);
  const payouts = new Payouts(cryptos, rows, wallet, read);
  const requests: string[] = [];

  /** HTTP Basic of the pages' login; the refusals are 200 but for the redirect. */
  function loginRefused({ headers }: IncomingMessage): Answer | null {
    const [scheme, encoded = ''] = (headers.authorization ?? '').split(' ');
    if (scheme === 'Basic') {
      const right = equal(Buffer.from(encoded, 'base64').toString(), `${username}:${password}`);
      if (!right) return errorOf('Bad HTTP Basic Auth credentials');
      const { storeUserOf, storeActive } = manners;
      const closed = storeUserOf && !storeActive;
      return closed ? { status: 403, body: { status: 'error', message: 'Store is not active' } } : null;
    }
    if (headers['x-shkeeper-api-key']) return errorOf("This endpoint doesn't accept X-Shkeeper-Api-Key auth");
    return { status: 302, location: '/login' };
  }

  function keyRefused({ headers }: IncomingMessage): Answer | null {
    const key = headers['x-shkeeper-api-key'];
    if (!key) return errorOf('No API key');
    return equal(String(key), apiKey) ? null : errorOf('Bad API key');
  }

  async function balance(crypto: Crypto) {
    const { offline } = manners;
    const amount = offline ? '0' : formatUnits(await wallet.balanceOf(crypto), crypto.decimals);
    const { name, displayName: display_name } = crypto;
    const amount_crypto = offline ? 0 : amount;
    const server_status = offline ? 'Offline' : 'Synced';
    return { amount_crypto, amount_fiat: amount, display_name, fiat: 'USD', name, rate: '1', server_status };
  }

  async function ofCrypto(name: string, verb: string, url: URL): Promise<Answer> {
    if (verb === 'payout/status') {
      const externalId = url.searchParams.get('external_id');
      if (!externalId) return { status: 400, body: { error: 'external_id is required' } };
      const row = rows.find(externalId, name);
      return row ? { status: 200, body: rows.statusOf(row) } : { status: 404, body: { error: 'Payout not found' } };
    }
    const crypto = cryptos.find((known) => known.name === name);
    if (!crypto) return errorOf(`Crypto ${name} is not enabled`);
    if (verb === 'balance') return { status: 200, body: await balance(crypto) };
    const fee_deposit_address = wallet.account.address;
    return { status: 200, body: { crypto: name, fee_deposit_address, status: 'success' } };
  }

  async function balances(url: URL): Promise<Answer> {
    const asked = (url.searchParams.get('includes') ?? '').split(',').filter(Boolean);
    const found = asked.length === 0 ? cryptos : cryptos.filter(({ name }) => asked.includes(name));
    if (found.length === 0) return { status: 400, body: { status: 'error', message: 'No valid cryptos requested' } };
    return { status: 200, body: await Promise.all(found.map(balance)) };
  }

  function names(): Answer {
    const crypto_list = cryptos.map(({ name, displayName: display_name }) => ({ display_name, name }));
    return { status: 200, body: { crypto: cryptos.map(({ name }) => name), crypto_list, status: 'success' } };
  }

  async function answer(request: IncomingMessage, url: URL, raw: string): Promise<Answer> {
    const { method, path } = { method: request.method ?? 'GET', path: url.pathname };
    if (method === 'GET' && path === '/api/v1/crypto') return names();
    if (method === 'GET' && path === '/api/v1/crypto/balances') return keyRefused(request) ?? balances(url);
    const [, name = '', verb = '', id] =
      /^\/api\/v1\/([^/]+)\/(payout\/status|payout|balance|fee-deposit-address|task)(?:\/([^/]+))?$/.exec(path) ?? [];
    if (method === 'POST' && verb === 'payout' && !id) {
      return loginRefused(request) ?? payouts.single(decodeURIComponent(name), raw);
    }
    if (method === 'GET' && verb === 'task' && id) {
      const task = wallet.tasks.get(id) ?? { status: 'PENDING', result: null };
      return loginRefused(request) ?? { status: 200, body: task };
    }
    if (method === 'GET' && !id && verb && verb !== 'payout' && verb !== 'task') {
      return keyRefused(request) ?? ofCrypto(decodeURIComponent(name), verb, url);
    }
    return nothing;
  }

  /** What tests in other processes ask of the double itself. */
  async function control(path: string, raw: string): Promise<Answer> {
    if (path === '/_double/manners') manners = { ...manners, ...readObject(raw) };
    if (path === '/_double/tick') {
      await wallet.idle();
      await rows.tick();
    }
    return {
      status: 200,
      body: { manners, requests, rows: rows.rows.map((row) => rows.statusOf(row)), sent: wallet.sent },
    };
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://gateway');
    const raw = await text(request);
    if (url.pathname.startsWith('/_double/')) return write(response, await control(url.pathname, raw));
    requests.push(`${request.method} ${url.pathname}`);
    if (manners.away) return void request.socket.destroy();
    const made = await answer(request, url, raw);
    if (made.broken) return void request.socket.destroy();
    write(response, made);
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() =>
      write(response, { status: 500, body: { code: 500, status: 'Internal Server Error' } }),
    );
  });
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  const { port } = { port: Number(Object(server.address()).port) };
  const jobs = manners.jobSeconds > 0 ? setInterval(() => void rows.tick(), manners.jobSeconds * 1000) : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    wallet,
    rows,
    requests,
    behave: (changed) => {
      manners = { ...manners, ...changed };
    },
    close: async () => {
      clearInterval(jobs);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await wallet.idle();
    },
  };
}

function write(response: ServerResponse, { status, body, location }: Answer): void {
  if (location) response.writeHead(status, { Location: location, 'Content-Type': 'text/html' }).end('');
  else response.writeHead(status, { 'Content-Type': 'application/json' }).end(`${pythonJson(body)}\n`);
}
