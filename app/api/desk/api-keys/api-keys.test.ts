import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import * as payouts from '@/app/api/v1/payouts/route';
import { apiKeys, auditLines } from '@/db/schema';
import { type Role, roles } from '@/db/vocabulary/people';
import { keysPerMerchant, listKeys } from '@/lib/access/team/manage-keys';
import { addMerchant, addPerson, contextOf, type TestPerson } from '@/lib/access/testing/people';
import { viewExposures } from '@/lib/desk/keys/exposures';
import { peerHeader } from '@/lib/http/base/address';
import { TestBrowser } from '@/lib/http/testing/test-browser';
import { call, testPortal } from '@/lib/http/testing/test-portal';
import * as keyPolicy from './[id]/policy/route';
import * as apiKey from './[id]/route';
import * as keys from './route';

const portal = testPortal();
let merchantId = '';
let owner: TestPerson;
let browser: TestBrowser;

beforeEach(async () => {
  await portal.sql`truncate rate_counts`;
  merchantId = await addMerchant(portal.db);
  owner = await addPerson(portal.db, { merchantId });
  browser = await TestBrowser.of(owner);
});

const wanted = { name: 'Shop server', scopes: ['payouts:read'] };
const make = (body: object = wanted, by = browser) => by.send(keys.POST, { method: 'POST', body });
const revoke = (id: string, by = browser) => by.send(apiKey.DELETE, { method: 'DELETE', params: { id } });
const listed = (person = owner) => listKeys(contextOf(portal.db, person, () => new Date()));
const opens = async (key: string) => (await call(payouts.GET, { apiKey: key })).status;
const linesOf = (merchant: string) => portal.db.select().from(auditLines).where(eq(auditLines.merchantId, merchant));
const codeOf = async (answer: Response) => [answer.status, (await answer.json()).code];
const withRole = async (role: Role, steppedUp = true) =>
  TestBrowser.of(await addPerson(portal.db, { merchantId, role, steppedUp }));

test('a key that is made opens what its scopes say, and its text is in that answer alone', async () => {
  const answer = await make();
  expect(answer.status).toBe(201);
  const { key, ...made } = await answer.json();
  expect(made).toMatchObject({ name: 'Shop server', scopes: ['payouts:read'], last_used_at: null, revoked_at: null });
  expect(key.startsWith(made.prefix)).toBe(true);
  expect(await listed()).toEqual([made]);
  expect(await opens(key)).toBe(200);
  const [row] = await portal.db.select().from(apiKeys).where(eq(apiKeys.id, made.id));
  const lines = await linesOf(merchantId);
  expect(
    JSON.stringify([row, lines], (_name, value) => (typeof value === 'bigint' ? `${value}` : value)),
  ).not.toContain(key);
});

test('making and revoking are in the audit with who, from where and what', async () => {
  const { id, prefix } = await (await make()).json();
  await revoke(id);
  const facts = { name: 'Shop server', prefix, scopes: ['payouts:read'] };
  const by = { actorId: owner.userId, originAddress: '203.0.113.7', subjectId: id };
  expect(await linesOf(merchantId)).toMatchObject([
    { ...by, action: 'api_key.created', before: null, after: facts },
    { ...by, action: 'api_key.revoked', before: facts, after: null },
  ]);
});

test('a revoked key opens nothing, and revoking it again changes nothing', async () => {
  const { id, key } = await (await make()).json();
  expect((await revoke(id)).status).toBe(204);
  expect(await opens(key)).toBe(401);
  const [before] = await listed();
  expect((await revoke(id)).status).toBe(204);
  expect(await listed()).toEqual([before]);
  expect(before?.revoked_at).not.toBeNull();
  expect((await linesOf(merchantId)).filter(({ action }) => action === 'api_key.revoked')).toHaveLength(1);
});

test('both want a fresh proof of who asks', async () => {
  const { id, key } = await (await make()).json();
  const stale = await withRole('owner', false);
  expect(await codeOf(await make(wanted, stale))).toEqual([403, 'step_up_required']);
  expect(await codeOf(await revoke(id, stale))).toEqual([403, 'step_up_required']);
  expect(await opens(key)).toBe(200);
  expect(await listed()).toHaveLength(1);
});

test.each(roles)('as the permission table says, a %s makes and revokes keys or does not', async (role) => {
  const { id } = await (await make()).json();
  const as = await withRole(role);
  const may = role === 'owner' || role === 'developer';
  expect((await make(wanted, as)).status).toBe(may ? 201 : 403);
  expect((await revoke(id, as)).status).toBe(may ? 204 : 403);
});

test('a key of another merchant is not there, and stays as it is', async () => {
  const { id, key } = await (await make()).json();
  const stranger = await TestBrowser.of(await addPerson(portal.db, { merchantId: await addMerchant(portal.db) }));
  expect(await codeOf(await revoke(id, stranger))).toEqual([404, 'not_found']);
  expect(await opens(key)).toBe(200);
});

test.each([
  [{ ...wanted, name: ' ' }, 'name'],
  [{ ...wanted, name: 'x'.repeat(81) }, 'name'],
  [{ ...wanted, name: 'a\u0007b' }, 'name'],
  [{ ...wanted, scopes: [] }, 'scopes'],
  [{ ...wanted, scopes: ['payouts:read', 'payouts:read'] }, 'scopes'],
  [{ ...wanted, scopes: ['team:write'] }, 'scopes.0'],
  [{ ...wanted, requests_per_minute: 100_000 }, 'requests_per_minute'],
])('%j is refused at its field', async (body, field) => {
  const answer = await make(body);
  expect([answer.status, await answer.json()]).toMatchObject([422, { code: 'invalid_request', field }]);
  expect(await listed()).toEqual([]);
});

test('there can be so many live keys and no more, also when they are asked for at once', async () => {
  const made = await Promise.all(Array.from({ length: keysPerMerchant + 3 }, () => make()));
  expect(made.filter(({ status }) => status === 201)).toHaveLength(keysPerMerchant);
  const [first] = await listed();
  await revoke(first?.id ?? '');
  expect((await make()).status).toBe(201);
  expect((await listed()).at(-1)?.id).toBe(first?.id);
});

const none = { assets: null, recipients: null, wallets: [], mail_domains: [], ip_ranges: [] };
const limit = (id: string, given: object) =>
  browser.send(keyPolicy.PUT, { method: 'PUT', params: { id }, body: { ...none, ...given } });

test('a key with addresses of its own is refused from elsewhere, for reads, too', async () => {
  const { id, key } = await (await make()).json();
  expect((await limit(id, { ip_ranges: ['203.0.113.0/24'] })).status).toBe(200);
  const from = (peer: string) => call(payouts.GET, { apiKey: key, headers: { [peerHeader]: peer } });
  expect(await codeOf(await from('198.51.100.1'))).toEqual([403, 'key_ip_refused']);
  expect(await codeOf(await call(payouts.GET, { apiKey: key }))).toEqual([403, 'key_ip_refused']);
  expect((await from('203.0.113.9')).status).toBe(200);
});

test('the desk knows what each key could cost: its day, what is left of it, or all that is there', async () => {
  const merchant = await portal.newMerchant();
  const person = await addPerson(portal.db, { merchantId: merchant.merchantId });
  browser = await TestBrowser.of(person);
  const ctx = contextOf(portal.db, person, () => new Date());
  await portal.sql`insert into vault_checks (vault_id, symbol, merchant_id, missing, payable, checked_at)
    select id, 'USDT', merchant_id, 0, 1234500000, now() from vaults where merchant_id = ${merchant.merchantId}`;
  const reader = await (await make()).json();
  const costs = async () =>
    Object.fromEntries((await viewExposures(ctx)).keys.map(({ key_id, assets }) => [key_id, assets]));
  const asset = { chain: 'local', chain_name: 'Local chain', asset: 'USDT', max_payout: null };
  expect(await costs()).toEqual({
    [merchant.keyId]: [{ ...asset, max_day: null, left: null, there: '1234.50' }],
    [reader.id]: [],
  });
  await limit(merchant.keyId, { assets: [{ chain: 'local', asset: 'USDT', max_payout: null, max_day: '100' }] });
  const recipient = { type: 'anyone' };
  const body = { amount: '60.00', asset: 'USDT', chain: 'local', recipient, reference: 'limited' };
  const pay = (reference: string) =>
    call(payouts.POST, { method: 'POST', apiKey: merchant.apiKey, body: { ...body, reference } });
  expect((await pay('limited-1')).status).toBe(201);
  const refused = await pay('limited-2');
  expect([refused.status, await refused.json()]).toMatchObject([
    403,
    { code: 'key_day_limit', field: 'amount', max_day: '100.00', left: '40.00' },
  ]);
  expect(await costs()).toMatchObject({
    [merchant.keyId]: [{ ...asset, max_day: '100.00', left: '40.00', there: '1234.50' }],
  });
});
