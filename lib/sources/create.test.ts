import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { auditLines, sources } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import type { Scope } from '@/db/vocabulary/people';
import { dialects } from '@/db/vocabulary/webhooks';
import type { Context } from '@/lib/access/actor';
import { unseal } from '@/lib/kernel/secrets';
import { handClock, makeMerchant, systemContext } from '@/lib/webhooks/testing/fixtures';
import { createSource, deleteSource, listSources, sourcesPerMerchant } from './create';
import { createSourceBody, sourceAnswer } from './schema';

const database = testDatabase();
const clock = handClock();
const everyScope: Scope[] = ['webhooks:read', 'webhooks:write'];
const secret = 'a secret of sixteen';
let merchantId: string;

beforeEach(async () => {
  merchantId = await makeMerchant(database.db);
});

function as(merchant: string, more: { scopes?: Scope[]; requestKey?: string } = {}): Context {
  const { scopes = everyScope, requestKey } = more;
  const actor = { kind: 'api_key', keyId: 'key_test', merchantId: merchant, scopes } as const;
  return { ...systemContext(database.db, clock), actor, requestKey };
}

const body = (change: object = {}) => createSourceBody.parse({ dialect: 'nitro', secret, ...change });
const rowOf = async (id: string) => (await database.db.select().from(sources).where(eq(sources.id, id)))[0];

test.each(dialects)('a source of %s has an address of its own, and no answer has its secret', async (dialect) => {
  const shared = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
  const made = await createSource(as(merchantId), body({ dialect, description: 'Our gateway', secret: shared }));
  const { secret: shown, ...source } = made;
  expect(shown).toBeNull();
  expect(sourceAnswer.strict().parse(source)).toEqual(source);
  expect(made.url).toBe(`http://localhost:3000/api/hooks/${dialect}/${made.id}`);
  expect(await listSources(as(merchantId))).toEqual({ data: [source] });
});

test.each(dialects)(
  'a source of %s that brings no secret gets one, shown in the first answer only',
  async (dialect) => {
    const ask = () => createSource(as(merchantId, { requestKey: 'one key' }), body({ dialect, secret: undefined }));
    const { secret: shown, ...source } = await ask();
    expect(createSourceBody.safeParse({ dialect, secret: shown }).success).toBe(true);
    expect(unseal((await rowOf(source.id))?.secret ?? '', source.id)).toBe(shown);
    expect(await listSources(as(merchantId))).toEqual({ data: [source] });
    expect(await ask()).toEqual({ ...source, secret: shown });
  },
);

test('the secret is stored sealed, for this source alone', async () => {
  const made = await createSource(as(merchantId), body());
  const row = await rowOf(made.id);
  expect(JSON.stringify(row)).not.toContain(secret);
  expect(unseal(row?.secret ?? '', made.id)).toBe(secret);
  expect(() => unseal(row?.secret ?? '', 'src_other')).toThrow();
});

test.each([
  ['whsec_ of 24 bytes', `whsec_${Buffer.alloc(24, 1).toString('base64')}`],
  ['whsec_ of 64 bytes', `whsec_${Buffer.alloc(64, 1).toString('base64')}`],
  ['a public key', `whpk_${Buffer.alloc(32, 1).toString('base64')}`],
])('a source of standard takes %s', (_what, given) => {
  expect(createSourceBody.safeParse({ dialect: 'standard', secret: given }).success).toBe(true);
});

test.each([
  ['bare text', 'a secret of sixteen'],
  ['a private key', `whsk_${Buffer.alloc(64, 1).toString('base64')}`],
  ['too few bytes', `whsec_${Buffer.alloc(16, 1).toString('base64')}`],
  ['a public key of another length', `whpk_${Buffer.alloc(31, 1).toString('base64')}`],
  ['what is not base64', `whsec_${'!'.repeat(40)}`],
])('a source of standard does not take %s', (_what, given) => {
  const parsed = createSourceBody.safeParse({ dialect: 'standard', secret: given });
  expect(parsed.error?.issues.map((issue) => issue.path)).toEqual([['secret']]);
});

test('a request that is run again after a crash finds the source that it made', async () => {
  const first = await createSource(as(merchantId, { requestKey: 'one key' }), body());
  const again = await createSource(as(merchantId, { requestKey: 'one key' }), body());
  const other = await createSource(as(merchantId, { requestKey: 'another key' }), body());
  expect(again).toEqual(first);
  expect(other.id).not.toBe(first.id);
  expect((await listSources(as(merchantId))).data).toHaveLength(2);
  const lines = await database.db.select().from(auditLines).where(eq(auditLines.subjectId, first.id));
  expect(lines.map((line) => line.action)).toEqual(['source.created']);
});

test('the same key at the same moment makes one source', async () => {
  const made = await Promise.all(
    Array.from({ length: 5 }, () => createSource(as(merchantId, { requestKey: 'one key' }), body())),
  );
  expect(new Set(made.map((one) => one.id)).size).toBe(1);
});

test('a key of another merchant, or of 31 days ago, means another request', async () => {
  const other = await makeMerchant(database.db);
  const first = await createSource(as(merchantId, { requestKey: 'one key' }), body());
  const theirs = await createSource(as(other, { requestKey: 'one key' }), body());
  clock.turn(31 * 86_400);
  const later = await createSource(as(merchantId, { requestKey: 'one key' }), body());
  expect(new Set([first.id, theirs.id, later.id]).size).toBe(3);
});

test('a deleted source is not listed, cannot be deleted again, and is in the audit', async () => {
  const { id } = await createSource(as(merchantId), body());
  await deleteSource(as(merchantId), id);
  expect(await listSources(as(merchantId))).toEqual({ data: [] });
  await expect(deleteSource(as(merchantId), id)).rejects.toMatchObject({ code: 'not_found' });
  const lines = await database.db.select().from(auditLines).where(eq(auditLines.subjectId, id));
  expect(lines.map((line) => line.action)).toEqual(['source.created', 'source.deleted']);
  expect(JSON.stringify(lines.map((line) => line.detail))).not.toContain(secret);
});

test('another merchant sees nothing of it and cannot delete it', async () => {
  const other = await makeMerchant(database.db);
  const { id } = await createSource(as(merchantId), body());
  expect(await listSources(as(other))).toEqual({ data: [] });
  await expect(deleteSource(as(other), id)).rejects.toMatchObject({ code: 'not_found' });
  expect((await listSources(as(merchantId))).data).toHaveLength(1);
});

test('a key without the scope may not', async () => {
  const reader = as(merchantId, { scopes: ['webhooks:read'] });
  const none = as(merchantId, { scopes: ['payouts:read'] });
  await expect(createSource(reader, body())).rejects.toMatchObject({ code: 'forbidden' });
  await expect(deleteSource(reader, 'src_x')).rejects.toMatchObject({ code: 'forbidden' });
  await expect(listSources(none)).rejects.toMatchObject({ code: 'forbidden' });
});

test('there is an end to how many sources a merchant can have, also at the same moment', async () => {
  for (let made = 1; made < sourcesPerMerchant; made++) await createSource(as(merchantId), body());
  const last = await Promise.allSettled([1, 2, 3].map(() => createSource(as(merchantId), body())));
  expect(last.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  await expect(createSource(as(merchantId), body())).rejects.toMatchObject({ code: 'invalid_request' });
});
