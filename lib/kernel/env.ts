import { z } from 'zod';
import { rateFeedKeys } from '@/db/vocabulary/rates';
import { secretsKey } from './secrets-key';

const port = z.coerce.number().int().min(1).max(65535);
/** Longer than the proxies in front of it keep theirs, or some requests meet a connection that just closed. */
export const keepAliveSeconds = z.coerce.number().int().min(1).max(3600).default(620);

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((entry) => entry.trim())
      .filter(Boolean),
  );

/** Addresses and ranges (CIDR), of either family. */
const networks = list.pipe(
  z.array(
    z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], { error: 'must be a list of addresses and ranges (CIDR)' }),
  ),
);

/** `host:port` of receivers that may be private, each with its merchant before it. */
const privateHosts = list.pipe(
  z.array(z.string().regex(/^([a-z0-9_]+@)?[^@\s]+:\d{1,5}$/i, 'must be a list of merchant@host:port')),
);

/** `chain=gwei` of each chain that is to differ from its own data. */
const gweiOfChains = list.pipe(
  z.array(
    z
      .string()
      .regex(/^[a-z][a-z0-9]+=\d+(\.\d{1,9})?$/, 'must be a list of chain=gwei')
      .transform((entry) => entry.split('='))
      .pipe(z.tuple([z.string(), z.string()])),
  ),
);

/** `feed=address` of each feed that is read elsewhere than usual. */
const urlsOfFeeds = list.pipe(
  z.array(
    z
      .string()
      .regex(/^[a-z]+=https?:\/\/[^\s=]+$/, 'must be a list of feed=https://address')
      .transform((entry) => entry.split('='))
      .pipe(z.tuple([z.enum(rateFeedKeys), z.url()])),
  ),
);

/** `chain=address` of each chain whose oracle differs from its own data, or `chain=off`. */
const oraclesOfChains = list.pipe(
  z.array(
    z
      .string()
      .regex(/^[a-z][a-z0-9]+=(off|0x[0-9a-fA-F]{40})$/, 'must be a list of chain=0x… or chain=off')
      .transform((entry) => entry.split('='))
      .pipe(z.tuple([z.string(), z.string()])),
  ),
);

const loopback = /^(localhost|[a-z0-9.-]+\.localhost|127(\.\d+){3}|\[::1\])$/;
const isLoopback = (url: string) => loopback.test(new URL(url).hostname);

const webAddress = z.url({ protocol: /^https?$/ });

/** Every link of ours begins at the root of its host: below a path none would lead anywhere. */
export function isOrigin(text: string): boolean {
  const { pathname, search, hash, username } = new URL(text);
  return pathname === '/' && !search && !hash && !username;
}

const levels = z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info');

const salt = z.templateLiteral(['0x', z.string().regex(/^[0-9a-fA-F]{64}$/)]).default(`0x${'0'.repeat(64)}`);

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(10),
  BASE_URL: webAddress
    .refine((text) => isOrigin(text), 'must be an origin without a path, like https://pay.example.com')
    .default('http://localhost:3000'),
  PORT: port.default(3000),
  /** Where the portal listens; the start reads it, too. */
  HOST: z.string().default('127.0.0.1'),
  KEEP_ALIVE_SECONDS: keepAliveSeconds,
  SECRETS_KEY: secretsKey,
  DATA_DIR: z.string().default('.data'),
  DEMO: flag,
  DEMO_RELAY_ACCOUNTS: z.coerce.number().int().min(0).max(10).default(2),
  LOG_LEVEL: levels,
  CONTRACT_SALT: salt,
  VOUCHER_TTL_SECONDS: z.coerce.number().int().min(30).max(3600).default(300),
  RATE_LIMIT_KEY_PER_MINUTE: z.coerce.number().int().min(1).default(600),
  RATE_LIMIT_ADDRESS_PER_MINUTE: z.coerce.number().int().min(1).default(600),
  REGISTERED_PAYOUTS_PER_DAY: z.coerce.number().int().min(1).max(1_000_000).default(20),
  REGISTERED_COINS_PER_PAYOUT: z.coerce.number().int().min(1).max(1_000_000_000).default(500),
  REGISTERED_MERCHANTS_PER_PERSON: z.coerce.number().int().min(1).max(1_000).default(3),
  TRUST_PROXY: flag,
  WEBHOOK_ALLOWED_PRIVATE_HOSTS: privateHosts,
  WEBHOOK_SOURCE_ADDRESSES: networks,
  NOTICES_KEPT_DAYS: z.coerce.number().int().min(1).max(36_500).default(90),
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(5).max(43_200).default(480),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().default('Drawbridge <no-reply@localhost>'),
  MAIL_RETURN_PATH: z.email().max(60, 'is too long to get the mark of a mail').optional(),
  WALLETCONNECT_PROJECT_ID: z.string().default(''),
  RELAY_MAX_GWEI: gweiOfChains,
  RELAY_DAY_PER_MERCHANT: z.coerce.number().int().min(0).default(20_000),
  RELAY_DAY_PER_ADDRESS: z.coerce.number().int().min(0).default(100),
  RELAY_DAY_PER_LINK: z.coerce.number().int().min(0).default(20),
  RATE_FEEDS: list.pipe(z.array(z.enum(rateFeedKeys))),
  RATE_FEED_URLS: urlsOfFeeds,
  RATE_CURRENCIES: list.pipe(
    z.array(z.string().regex(/^[A-Z]{3,5}$/, 'must be a list of currencies, such as EUR,JPY')),
  ),
  SCREENING_ORACLES: oraclesOfChains,
  OFAC_LIST_URL: webAddress.optional(),
  QUOTE_TTL_SECONDS: z.coerce.number().int().min(10).max(3600).default(120),
  OPERATOR_EMAIL: z.email().optional(),
  METRICS_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]{24,200}$/, 'must be 24 to 200 characters without a space: openssl rand -hex 32')
    .optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: webAddress.optional(),
  OTEL_SERVICE_NAME: z.string().max(100).optional(),
  /** Which share of traces is sent. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
});
export type Env = z.infer<typeof schema>;

/** What must not meet: the demo's keys are everybody's, and its mailbox shows every code. */
function faultsOf(given: Env): string[] {
  const { DEMO: demo, HOST, BASE_URL, DATABASE_URL, WEBHOOK_ALLOWED_PRIVATE_HOSTS: hosts } = given;
  const live = Object.keys(process.env).filter((key) => /^RPC_URL_(?!LOCAL$)/.test(key) && process.env[key]);
  return [
    demo && !isLoopback(BASE_URL) && 'DEMO is for this machine alone: BASE_URL must lead to localhost',
    demo &&
      !isLoopback(`http://${HOST.includes(':') ? `[${HOST}]` : HOST}`) &&
      'DEMO is for this machine alone: HOST must be 127.0.0.1',
    demo &&
      rpcSettingOf('local').some((url) => !isLoopback(url)) &&
      'DEMO is for this machine alone: RPC_URL_LOCAL must lead to it',
    demo && !isLoopback(DATABASE_URL) && 'DEMO brings a database of its own: DATABASE_URL must be on this machine',
    demo && live.length > 0 && `DEMO is for the local chain alone: take away ${live.join(', ')}`,
    !demo &&
      hosts.some((entry) => !entry.includes('@')) &&
      'WEBHOOK_ALLOWED_PRIVATE_HOSTS must name the merchant of each entry, as in mer_…@10.0.0.5:8080',
  ].filter((fault) => fault !== false);
}

function readEnv(): Env {
  // Builds and type checks run without settings; only reading one needs it.
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  const faults = parsed.success
    ? faultsOf(parsed.data)
    : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  if (parsed.success && faults.length === 0) return parsed.data;
  throw new Error(`The settings are not complete: ${faults.join('; ')}. See .env.example.`);
}

/** Known without the other settings, as a build that loads the log has none. */
export const logLevel = levels.catch('info').parse(process.env.LOG_LEVEL || undefined);

/** Where spans go; undefined for nowhere. Known without the other settings, as scripts read chains. */
export const tracesEndpoint = webAddress
  .optional()
  .catch(undefined)
  .parse(process.env.OTEL_EXPORTER_OTLP_ENDPOINT || undefined);

let cached: Env | undefined;

/** The process's settings, read and checked at the first use. */
export const env: Env = new Proxy<Env>(Object.create(null), {
  get(_target, key) {
    cached ??= readEnv();
    return Reflect.get(cached, key);
  },
});

/** What gives the operator a payout contract at an address of their own. Known without the other settings, as in a build. */
export function contractSalt(): `0x${string}` {
  const parsed = salt.safeParse(process.env.CONTRACT_SALT || undefined);
  if (!parsed.success) throw new Error('CONTRACT_SALT must be 0x and 64 hexadecimal digits. See .env.example.');
  return parsed.data;
}

/** Where one address of a list ends and the next begins: an address may have a comma of its own. */
const nextAddress = /\s*,\s*(?=https?:\/\/|$)/;

/** The addresses of a list, in its order, each once. */
export function urlsIn(text: string): string[] {
  return [...new Set(text.trim().split(nextAddress).filter(Boolean))];
}

/** The RPC addresses that the setting of a chain names, in the order in which they are asked; none where there is no setting. */
export function rpcSettingOf(chain: string): string[] {
  const key = `RPC_URL_${chain.toUpperCase()}`;
  const urls = urlsIn(process.env[key] ?? '');
  if (urls.some((url) => !webAddress.safeParse(url).success))
    throw new Error(`${key} is not an http or https address.`);
  return urls;
}
