import { beforeAll } from 'vitest';
import { merchants } from '@/db/schema';
import { type TestDatabase, testDatabase } from '@/db/testing/database';
import { type Scope, scopes } from '@/db/vocabulary';
import { createApiKey } from '@/lib/access/api-keys';
import type { RouteHandler } from '@/lib/http/resource';
import { newId } from '@/lib/kernel/ids';

export type TestMerchant = { merchantId: string; keyId: string; apiKey: string };

export type KeyOptions = { scopes?: readonly Scope[]; requestsPerMinute?: number };

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
  /** Sent as JSON; a string is sent as it is. */
  body?: unknown;
  params?: Record<string, string>;
};

/** Calls a route handler as the framework would. */
export async function call(handler: RouteHandler, options: CallOptions = {}): Promise<Response> {
  const { method = 'GET', path = handler.path, apiKey, body, params = {} } = options;
  const headers = new Headers(apiKey ? { Authorization: `Bearer ${apiKey}` } : {});
  if (body !== undefined) headers.set('Content-Type', 'application/json');
  for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value);
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const request = new Request(new URL(path, 'http://localhost:3000'), { method, headers, body: text });
  return handler(request, { params: Promise.resolve(params) });
}
