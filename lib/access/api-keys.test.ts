import { eq } from 'drizzle-orm';
import { beforeAll, expect, test, vi } from 'vitest';
import { apiKeys, merchants } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import { createApiKey, findActorByKey, revokeApiKey } from './api-keys';

const database = testDatabase();
const now = new Date('2026-01-31T12:00:00.000Z');

beforeAll(async () => {
  await database.db.insert(merchants).values([
    { id: 'mer_test', name: 'Test', testMode: true },
    { id: 'mer_live', name: 'Live' },
  ]);
});

const wanted = { merchantId: 'mer_test', name: 'server', scopes: ['payouts:read'], now } as const;

test('a key says which mode it is for, and only its hash and first characters are kept', async () => {
  const made = await createApiKey(database.db, wanted);
  expect(made.key).toMatch(/^db_test_[A-Za-z0-9_-]{43}$/);
  expect((await createApiKey(database.db, { ...wanted, merchantId: 'mer_live' })).key).toMatch(/^db_live_/);
  const [row] = await database.db.select().from(apiKeys).where(eq(apiKeys.id, made.id));
  expect(row?.prefix).toBe(made.key.slice(0, 14));
  expect(JSON.stringify(row)).not.toContain(made.key);
});

test('a key finds its merchant and scopes; an unknown one finds nobody', async () => {
  const made = await createApiKey(database.db, { ...wanted, requestsPerMinute: 9 });
  expect(await findActorByKey(database.db, made.key, now)).toEqual({
    actor: { kind: 'api_key', keyId: made.id, merchantId: 'mer_test', scopes: ['payouts:read'] },
    requestsPerMinute: 9,
    lastUsedAt: null,
    ipRanges: [],
  });
  expect(await findActorByKey(database.db, `${made.key.slice(0, -1)}!`, now)).toBeNull();
  expect(await findActorByKey(database.db, `db_test_${'A'.repeat(43)}`, now)).toBeNull();
});

test('a revoked key opens nothing from then on, and another merchant cannot revoke it', async () => {
  const made = await createApiKey(database.db, wanted);
  expect(await revokeApiKey(database.db, { merchantId: 'mer_live', id: made.id, now })).toBe(false);
  expect(await findActorByKey(database.db, made.key, now)).not.toBeNull();
  expect(await revokeApiKey(database.db, { merchantId: 'mer_test', id: made.id, now })).toBe(true);
  expect(await findActorByKey(database.db, made.key, now)).toBeNull();
});

test('the last use is noted at most once a minute', async () => {
  const made = await createApiKey(database.db, wanted);
  const usedAt = async () => {
    const [row] = await database.db.select().from(apiKeys).where(eq(apiKeys.id, made.id));
    return row?.lastUsedAt?.getTime() ?? 0;
  };
  const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  await findActorByKey(database.db, made.key, now);
  await vi.waitFor(async () => expect(await usedAt()).toBe(now.getTime()), { timeout: 30_000 });
  await findActorByKey(database.db, made.key, at(30));
  await findActorByKey(database.db, made.key, at(61));
  await vi.waitFor(async () => expect(await usedAt()).toBe(at(61).getTime()), { timeout: 30_000 });
});

test('a chosen key must have the form of one', async () => {
  await expect(createApiKey(database.db, { ...wanted, key: 'short' })).rejects.toThrow('43 characters');
});
