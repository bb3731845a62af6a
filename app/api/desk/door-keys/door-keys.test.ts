import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import * as apiKey from '@/app/api/desk/api-keys/[id]/route';
import * as payouts from '@/app/api/v1/payouts/route';
import { apiKeys, auditLines, doorKeys } from '@/db/schema';
import { roles } from '@/db/vocabulary/people';
import { noteKeyUse } from '@/lib/access/api-keys';
import { keysPerMerchant, listKeys } from '@/lib/access/team/manage-keys';
import { addMerchant, addPerson, contextOf, type TestPerson } from '@/lib/access/testing/people';
import { findDoorKey } from '@/lib/doors/keys/find';
import { listDoorKeys } from '@/lib/doors/keys/keys';
import { TestBrowser } from '@/lib/http/testing/test-browser';
import { call, testPortal } from '@/lib/http/testing/test-portal';
import { uuidOf } from '@/lib/kernel/ids';
import * as route from './route';

const portal = testPortal();
let merchantId = '';
let owner: TestPerson;
let browser: TestBrowser;

beforeEach(async () => {
  await portal.sql`truncate rate_counts`;
  ({ merchantId } = await portal.newMerchant());
  owner = await addPerson(portal.db, { merchantId });
  browser = await TestBrowser.of(owner);
});

const dex3 = { door: 'dex3', name: 'Games server', chain: 'local', asset: 'USDT' };
const coindirect = { door: 'coindirect', name: 'Shop server' };
const make = (body: object = dex3, by = browser) => by.send(route.POST, { method: 'POST', body });
const made = async (body: object = dex3) => (await make(body)).json();
const revoke = (id: string) => browser.send(apiKey.DELETE, { method: 'DELETE', params: { id } });
const listed = (person = owner) => listDoorKeys(contextOf(portal.db, person, () => new Date()));
const found = (publicId: string, door: 'dex3' | 'coindirect' = 'dex3') => findDoorKey(portal.db, door, publicId);
const asText = (value: unknown) => JSON.stringify(value, (_name, one) => (typeof one === 'bigint' ? `${one}` : one));

test('a key that is made is found at its door by its public id, may make and see payouts, and no more', async () => {
  const { secret, id, public_id, ...rest } = await made();
  expect(rest).toMatchObject({ door: 'dex3', name: 'Games server', settings: { chain: 'local', asset: 'USDT' } });
  expect(await found(public_id)).toEqual({
    actor: { kind: 'api_key', keyId: id, merchantId, scopes: ['payouts:read', 'payouts:write'] },
    requestsPerMinute: null,
    lastUsedAt: null,
    ipRanges: [],
    publicId: public_id,
    secret,
    settings: { chain: 'local', asset: 'USDT' },
  });
  expect(await found(public_id, 'coindirect')).toBeNull();
  expect([await found(`${public_id}A`), await found('a b'), await found('')]).toEqual([null, null, null]);
});

test('its secret is in the first answer alone: stored sealed, and in no audit line', async () => {
  const { secret, id, public_id } = await made();
  const lines = await portal.db.select().from(auditLines).where(eq(auditLines.subjectId, id));
  expect(lines.map(({ action }) => action)).toEqual(['api_key.created', 'door_key.created']);
  const rows = await portal.db.select().from(doorKeys).where(eq(doorKeys.keyId, id));
  expect(asText([lines, rows, await listed()])).not.toContain(secret);
  expect(await listed()).toEqual([{ id, door: 'dex3', public_id, settings: { chain: 'local', asset: 'USDT' } }]);
});

test('neither half of it is a bearer key', async () => {
  const { secret, public_id } = await made();
  for (const apiKeyText of [secret, public_id, `db_test_${secret}`]) {
    expect((await call(payouts.GET, { apiKey: apiKeyText })).status).toBe(401);
  }
});

test('it is revoked as the API key that it stands on, whose use is noted once it is proved and not as it is named', async () => {
  const { id, public_id } = await made();
  const holder = (await found(public_id)) ?? expect.unreachable();
  const usedAt = async () => (await portal.db.select().from(apiKeys).where(eq(apiKeys.id, id)))[0]?.lastUsedAt;
  expect(await usedAt()).toBeNull();
  noteKeyUse(portal.db, holder, new Date());
  await expect.poll(usedAt).toBeInstanceOf(Date);
  expect((await revoke(id)).status).toBe(204);
  expect(await found(public_id)).toBeNull();
  const keys = await listKeys(contextOf(portal.db, owner, () => new Date()));
  expect(keys.find((one) => one.id === id)).toMatchObject({ prefix: public_id, revoked_at: expect.any(String) });
});

test('Coindirect is told the merchant by the id that it gave, or by one that is made', async () => {
  const { settings } = await made(coindirect);
  expect(settings).toEqual({ merchant_id: uuidOf(merchantId) });
  const theirs = await made({ ...coindirect, merchant_id: '58a2f3' });
  expect((await found(theirs.public_id, 'coindirect'))?.settings).toEqual({ merchant_id: '58a2f3' });
});

test.each([
  [{ ...dex3, asset: 'EURX' }, 'asset_unavailable', 'asset'],
  [{ ...dex3, chain: 'mars' }, 'invalid_request', 'chain'],
  [{ ...dex3, chain: undefined }, 'invalid_request', 'chain'],
  [{ ...dex3, merchant_id: 'x' }, 'invalid_request', 'merchant_id'],
  [{ ...coindirect, name: ' ' }, 'invalid_request', 'name'],
  [{ ...dex3, door: 'nitro' }, 'invalid_request', 'door'],
])('%j is refused at its field, and nothing is kept', async (body, code, field) => {
  expect(await (await make(body)).json()).toMatchObject({ code, field });
  expect(await listed()).toEqual([]);
});

test.each(roles)(
  'as the permission table says, a %s makes one or does not, and only after a fresh proof',
  async (role) => {
    const as = async (steppedUp: boolean) =>
      TestBrowser.of(await addPerson(portal.db, { merchantId, role, steppedUp }));
    const may = role === 'owner' || role === 'developer';
    expect((await make(dex3, await as(true))).status).toBe(may ? 201 : 403);
    expect((await make(dex3, await as(false))).status).toBe(403);
  },
);

test('another merchant sees none of it and cannot revoke it', async () => {
  const { id, public_id } = await made();
  const stranger = await addPerson(portal.db, { merchantId: await addMerchant(portal.db) });
  expect(await listed(stranger)).toEqual([]);
  const theirs = await TestBrowser.of(stranger);
  expect((await theirs.send(apiKey.DELETE, { method: 'DELETE', params: { id } })).status).toBe(404);
  expect(await found(public_id)).not.toBeNull();
});

test('keys of doors count among the keys that a merchant can have, of which one is there', async () => {
  const answers = await Promise.all(Array.from({ length: keysPerMerchant + 2 }, () => make()));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(keysPerMerchant - 1);
});
