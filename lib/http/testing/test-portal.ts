import { randomBytes } from 'node:crypto';
import { beforeAll } from 'vitest';
import { merchantAssets, merchants, vaults } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { type Scope, scopes } from '@/db/vocabulary/people';
import { createApiKey } from '@/lib/access/api-keys';
import type { RouteHandler } from '@/lib/http/pipeline/resource';
import { newId } from '@/lib/kernel/ids';
import { seal } from '@/lib/kernel/secrets';

export type TestMerchant = { merchantId: string; keyId: string; apiKey: string };

export type KeyOptions = { scopes?: readonly Scope[]; requestsPerMinute?: number };

const unit = 1_000_000n;

/** What a merchant needs to promise payouts: 0.50 to 1,000.00 USDT on the local chain for a fee of 0.50. */
async function openVault({ db }: TestDatabase, merchantId: string): Promise<void> {
  const id = newId('vault');
  await db.insert(vaults).values({
    id,
    merchantId,
    chain: 'local',
    address: `0x${randomBytes(20).toString('hex')}`,
    signerAddress: '0x2b5ad5c4795c026514f8317c7a215e218dccd6cf',
    signerKey: seal(`0x${'2'.padStart(64, '0')}`, id),
    feeCollector: '0x9965507d1a55bcc2695c58ba16fb37d819b0a4dc',
    namespace: 1n,
  });
  await db.insert(merchantAssets).values({
    merchantId,
    chain: 'local',
    symbol: 'USDT',
    fee: unit / 2n,
    minimum: unit / 2n,
    maximum: 1000n * unit,
  });
}

/** The test database as the process's own, so that real route handlers work on it. */
export function testPortal(): TestDatabase & { newMerchant(options?: KeyOptions): Promise<TestMerchant> } {
  const database = testDatabase();
  beforeAll(() => {
    globalThis.drawbridgeConnection = database;
  });
  return Object.assign(Object.create(database), {
    newMerchant: async (options: KeyOptions = {}) => {
      const merchantId = newId('merchant');
      await database.db.insert(merchants).values({ id: merchantId, name: 'Acme', testMode: true });
      await openVault(database, merchantId);
      const made = await createApiKey(database.db, {
        merchantId,
        name: 'test',
        scopes: options.scopes ?? scopes,
        requestsPerMinute: options.requestsPerMinute,
        now: new Date(),
      });
      return { merchantId, keyId: made.id, apiKey: made.key };
    },
  });
}

export type CallOptions = {
  method?: string;
  path?: string;
  apiKey?: string;
  headers?: Record<string, string>;
  /** Sent as JSON; a string and bytes are sent as they are. */
  body?: unknown;
  params?: Record<string, string>;
};

/** Calls a route handler as the framework would. */
export async function call(handler: RouteHandler, options: CallOptions = {}): Promise<Response> {
  const { method = 'GET', path = handler.path, apiKey, body, params } = options;
  const headers = new Headers(apiKey ? { Authorization: `Bearer ${apiKey}` } : {});
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
  const bytes = body instanceof Uint8Array ? new Uint8Array(body) : undefined;
  const raw = bytes ?? (typeof body === 'string' ? body : JSON.stringify(body));
  const request = new Request(new URL(path, 'http://localhost:3000'), { method, headers, body: raw });
  return handler(request, { params: Promise.resolve(params) });
}
