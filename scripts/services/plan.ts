import path from 'node:path';
import { z } from 'zod';
import { type ChainKey, shippedChains } from '@/db/vocabulary/chains';
import { isOrigin, keepAliveSeconds, urlsIn } from '@/lib/kernel/env';
import { secretsKey } from '@/lib/kernel/secrets-key';
import { StartFault } from './fault';

export type Plan = {
  dev: boolean;
  /** Seeds the demo merchant and opens the demo's doors. */
  demo: boolean;
  /** Null: the embedded PostgreSQL. */
  databaseUrl: string | null;
  /** Who may change the schema, where that is another user than the portal's. */
  migrationUrl: string | null;
  /** Chains that the operator named; in demo mode `local` is started here unless it is among them. */
  rpcUrls: ReadonlyMap<ChainKey, readonly string[]>;
  dataDir: string;
  host: string;
  port: number;
  /** How long the portal keeps a quiet connection for the next request. */
  keepAliveSeconds: number;
  baseUrl: string;
  /** How far back a new demo's payouts go. */
  historyDays: number;
};

const portSchema = z.coerce.number().int().min(1).max(65535);

const daysSchema = z.coerce.number().int().min(0).max(60);

function historyDaysOf(text: string | undefined): number {
  const parsed = daysSchema.safeParse(text || '28');
  if (!parsed.success) throw new StartFault(`DEMO_HISTORY_DAYS must be a number from 0 to 60, not "${text}".`);
  return parsed.data;
}

function portOf(text: string | undefined): number {
  const parsed = portSchema.safeParse(text || '3000');
  if (!parsed.success) throw new StartFault(`PORT must be a number from 1 to 65535, not "${text}".`);
  return parsed.data;
}

function urlOf(name: string, text: string, protocol: RegExp): string {
  const parsed = z.url({ protocol }).safeParse(text);
  if (!parsed.success) throw new StartFault(`${name} is not an address of the right kind; see .env.example.`);
  return text;
}

function rpcUrlsOf(env: NodeJS.ProcessEnv): Map<ChainKey, string[]> {
  const given = shippedChains.flatMap((key) => {
    const name = `RPC_URL_${key.toUpperCase()}`;
    const urls = urlsIn(env[name] ?? '').map((url) => urlOf(name, url, /^https?$/));
    return urls.length > 0 ? ([[key, urls]] as const) : [];
  });
  return new Map(given);
}

function checkSecretsKey(key: string | undefined, demo: boolean): void {
  if (!key && demo) return;
  const fault = key ? secretsKey.safeParse(key).error?.issues[0]?.message : 'is not set: openssl rand -base64 32';
  if (!fault) return;
  throw new StartFault(`SECRETS_KEY ${fault}. Keep it: what is encrypted in the database opens with it alone.`);
}

/** The demo's keys are everybody's and its mailbox shows every code: it runs on this machine, with nothing real. */
function refuseRealDemo(plan: Pick<Plan, 'databaseUrl' | 'migrationUrl' | 'rpcUrls' | 'host' | 'baseUrl'>): void {
  const { databaseUrl, migrationUrl, rpcUrls, host, baseUrl } = plan;
  const live = [...rpcUrls.keys()].filter((key) => key !== 'local').map((key) => `RPC_URL_${key.toUpperCase()}`);
  const near = rpcUrls.get('local') ?? [];
  const faults = [
    (databaseUrl || migrationUrl) && 'it brings a database of its own, so DATABASE_URL must not be set',
    live.length > 0 && `it has a local chain alone, so ${live.join(', ')} must not be set`,
    near.some((url) => !loopback.test(new URL(url).hostname)) && 'RPC_URL_LOCAL must lead to this machine',
    !loopback.test(new URL(baseUrl).hostname) && 'BASE_URL must lead to this machine',
    !/^(localhost|127(\.\d+){3}|::1)$/.test(host) && 'HOST must be 127.0.0.1',
  ].filter(Boolean);
  if (faults.length === 0) return;
  throw new StartFault(
    `The demo lets everybody in who knows its keys, which is everybody, and shows every sign-in code: ${faults.join('; ')}. For a portal of your own, take DEMO away and set what docs/self-hosting.md names.`,
  );
}

const loopback = /^(localhost|[a-z0-9.-]+\.localhost|127(\.\d+){3}|\[::1\])$/;

/** Claim links, webhooks' sources and sign-in all begin at the root. */
function checkOrigin(baseUrl: string): void {
  if (isOrigin(baseUrl)) return;
  throw new StartFault(
    `BASE_URL has a path, and the portal answers at the root of a host only: give it a host of its own, such as https://pay.example.com, instead of ${baseUrl}.`,
  );
}

function keepAliveOf(text: string | undefined): number {
  const parsed = keepAliveSeconds.safeParse(text || undefined);
  if (!parsed.success) throw new StartFault(`KEEP_ALIVE_SECONDS must be a number from 1 to 3600, not "${text}".`);
  return parsed.data;
}

/** Over plain http everybody on the way reads sessions, codes and claim links. */
function checkTls(baseUrl: string, demo: boolean): void {
  const { protocol, hostname } = new URL(baseUrl);
  if (demo || protocol === 'https:' || loopback.test(hostname)) return;
  throw new StartFault(
    `BASE_URL is plain http, over which sessions and claim links can be read: have a reverse proxy end TLS, and give its https address instead of ${baseUrl}.`,
  );
}

/**
 * Decides what this start runs. With neither a database nor a chain given, or with DEMO=1, it is the demo, which brings
 * both and takes neither; half a configuration is refused, so that nobody takes an embedded database for their own.
 */
export function planStart(env: NodeJS.ProcessEnv, args: readonly string[]): Plan {
  const unknown = args.find((arg) => arg !== '--dev');
  if (unknown) throw new StartFault(`"${unknown}" is not an option: only --dev is.`);
  const databaseUrl = env.DATABASE_URL ? urlOf('DATABASE_URL', env.DATABASE_URL, /^postgres(ql)?$/) : null;
  const rpcUrls = rpcUrlsOf(env);
  const demo = env.DEMO === '1' || (!databaseUrl && rpcUrls.size === 0);
  if (!demo && !databaseUrl) {
    throw new StartFault(
      'An RPC_URL is set but DATABASE_URL is not: set it too, or neither for the demo on this machine.',
    );
  }
  if (!demo && rpcUrls.size === 0) {
    throw new StartFault(
      'DATABASE_URL is set but no chain is: set RPC_URL_<CHAIN> (such as RPC_URL_BASE) too, or neither for the demo on this machine.',
    );
  }
  checkSecretsKey(env.SECRETS_KEY, demo);
  const host = env.HOST || '127.0.0.1';
  const port = portOf(env.PORT);
  const baseUrl = env.BASE_URL ? urlOf('BASE_URL', env.BASE_URL, /^https?$/) : `http://localhost:${port}`;
  checkOrigin(baseUrl);
  checkTls(baseUrl, demo);
  const migrationUrl = env.DATABASE_MIGRATION_URL || null;
  if (demo) refuseRealDemo({ databaseUrl, migrationUrl, rpcUrls, host, baseUrl });
  return {
    ...{ dev: args.includes('--dev'), demo, databaseUrl, rpcUrls, host, port },
    keepAliveSeconds: keepAliveOf(env.KEEP_ALIVE_SECONDS),
    migrationUrl,
    dataDir: path.resolve(env.DATA_DIR || '.data'),
    baseUrl: baseUrl.replace(/\/+$/, ''),
    historyDays: historyDaysOf(env.DEMO_HISTORY_DAYS),
  };
}
