import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import * as branding from '@/app/api/desk/settings/branding/route';
import * as embedding from '@/app/api/desk/settings/embedding/route';
import * as alerts from '@/app/api/desk/settings/notices/route';
import * as settings from '@/app/api/desk/settings/route';
import * as terms from '@/app/api/desk/settings/terms/route';
import { type Role, roles } from '@/db/vocabulary/people';
import { addPerson } from '@/lib/access/testing/people';
import type { RouteHandler } from '@/lib/http/pipeline/resource';
import { TestBrowser } from '@/lib/http/testing/test-browser';
import { type TestMerchant, testPortal } from '@/lib/http/testing/test-portal';

const portal = testPortal();
const own: { merchant?: TestMerchant; stranger?: TestMerchant } = {};
beforeAll(async () => {
  own.merchant = await portal.newMerchant();
  own.stranger = await portal.newMerchant();
});
const merchantId = () => own.merchant?.merchantId ?? '';

const browserOf = async (role: Role, given: { steppedUp?: boolean; merchantId?: string } = {}) =>
  TestBrowser.of(await addPerson(portal.db, { merchantId: merchantId(), role, ...given }));

const look = { name: 'Acme', logo_url: null, accent_color: null, support_url: null };
const money = { chain: 'local', asset: 'USDT', fee: '0.5', minimum: '1', maximum: '1000' };

/** Each thing that can be set: where, and what would be accepted. */
const doors: [string, RouteHandler, object][] = [
  ['branding', branding.PUT, look],
  ['embedding', embedding.PUT, { origins: ['https://shop.example'] }],
  ['notices', alerts.PUT, { notice_email: 'ops@acme.example' }],
  ['terms', terms.PUT, money],
];

async function put(handler: RouteHandler, body: object, browser?: TestBrowser) {
  const answer = await (browser ?? (await browserOf('owner'))).send(handler, { method: 'PUT', body });
  return { status: answer.status, body: await answer.json() };
}

async function linesOf(action: string) {
  return portal.sql`select before, after, actor_kind, subject_id from audit_lines
    where merchant_id = ${merchantId()} and action = ${action} order by id`;
}

test.each(roles)('the role %s sees the settings, and only an owner changes them', async (role) => {
  const browser = await browserOf(role);
  expect((await browser.send(settings.GET)).status).toBe(200);
  const expected = role === 'owner' ? 200 : 403;
  for (const [name, handler, body] of doors) {
    expect([name, (await put(handler, body, browser)).status]).toEqual([name, expected]);
  }
});

test.each(doors)('%s is changed only after a fresh proof, and before it nothing is', async (_name, handler, body) => {
  const browser = await browserOf('owner', { steppedUp: false });
  const before = await (await browser.send(settings.GET)).json();
  expect((await put(handler, body, browser)).body.code).toBe('step_up_required');
  expect(await (await browser.send(settings.GET)).json()).toEqual(before);
});

test('what one merchant sets is never another one’s', async () => {
  const theirs = await browserOf('owner', { merchantId: own.stranger?.merchantId });
  const before = await (await theirs.send(settings.GET)).json();
  await put(branding.PUT, { ...look, name: 'Changed', accent_color: '#123ABC' });
  await put(terms.PUT, { ...money, fee: '0.75' });
  expect(await (await theirs.send(settings.GET)).json()).toEqual(before);
  const ours = await (await (await browserOf('viewer')).send(settings.GET)).json();
  expect(ours).toMatchObject({ name: 'Changed', accent_color: '#123abc', assets: [{ fee: '0.75' }] });
});

test('a change is in the audit as it was and as it is, and saving the same again leaves no line', async () => {
  await put(terms.PUT, { ...money, maximum: '2000' });
  const before = await linesOf('settings.terms_saved');
  await put(terms.PUT, { ...money, maximum: '2500.000001' });
  await put(terms.PUT, { ...money, maximum: '2500.000001' });
  const lines = await linesOf('settings.terms_saved');
  expect(lines).toHaveLength(before.length + 1);
  expect(lines.at(-1)).toMatchObject({
    before: { fee: '0.50', minimum: '1.00', maximum: '2000.00' },
    after: { fee: '0.50', minimum: '1.00', maximum: '2500.000001' },
    actor_kind: 'user',
    subject_id: 'local:USDT',
  });
  await put(alerts.PUT, { notice_email: 'first@acme.example' });
  await put(alerts.PUT, { notice_email: null });
  expect((await linesOf('settings.alerts_saved')).at(-1)).toMatchObject({
    before: { alertEmail: 'first@acme.example' },
    after: { alertEmail: null },
  });
});

test.each([
  ['name', 'two\nlines'],
  ['name', 'turned \u202egnihtemos'],
  ['name', '   '],
  ['name', 'x'.repeat(61)],
  ['logo_url', 'http://logo.example/a.png'],
  ['logo_url', 'javascript:alert(1)'],
  ['logo_url', 'data:image/svg+xml,<svg/>'],
  ['logo_url', 'https://user:secret@logo.example/a.png'],
  ['logo_url', ''],
  ['accent_color', 'red'],
  ['accent_color', '#fff;background:url(//x)'],
  ['support_url', 'javascript:alert(1)'],
  ['support_url', 'mailto:help@acme.example'],
])('branding with the %s "%s" is refused at that field', async (field, value) => {
  const { status, body } = await put(branding.PUT, { ...look, [field]: value });
  expect([status, body.code, body.errors[0].field]).toEqual([422, 'invalid_request', field]);
});

test('an address is kept as a browser spells it, and refused where a browser would leave something out', async () => {
  const { body } = await put(branding.PUT, { ...look, logo_url: 'HTTPS://Logo.Example/a b.png' });
  expect(body.logo_url).toBe('https://logo.example/a%20b.png');
  const refused = await put(branding.PUT, { ...look, logo_url: 'https://logo.example/a\tb.png' });
  expect(refused.body).toMatchObject({ code: 'invalid_request', field: 'logo_url' });
});

test.each([
  'http://shop.example',
  'https://shop.example/path',
  'https://shop.example?x',
  'https://*.shop.example',
  'https://shop.example; script-src *',
  'null',
  'file:///etc',
])('the origin "%s" may not be set', async (origin) => {
  const { status, body } = await put(embedding.PUT, { origins: ['https://good.example', origin] });
  expect([status, body.errors[0].field]).toEqual([422, 'origins.1']);
});

test('origins are kept as browsers spell them, none twice', async () => {
  const { body } = await put(embedding.PUT, { origins: ['https://SHOP.example/', 'http://localhost:4000'] });
  expect(body.embed_origins).toEqual(['https://shop.example', 'http://localhost:4000']);
  const twice = await put(embedding.PUT, { origins: ['https://shop.example', 'https://SHOP.example/'] });
  expect([twice.status, twice.body.errors[0].field]).toEqual([422, 'origins']);
});

afterAll(() => vi.unstubAllEnvs());

/** As `PUT …/terms` of a portal whose operator named feeds of rates, or none. */
async function putWithFeeds(feeds: string, given: object) {
  vi.resetModules();
  vi.stubEnv('RATE_FEEDS', feeds);
  const { saveTerms } = await import('./save-terms');
  const { termsBody } = await import('./schema');
  const steppedUpAt = new Date();
  const who = { userId: 'us_owner', sessionId: 'se_owner', timeZone: 'UTC', steppedUpAt } as const;
  const actor = { kind: 'user', role: 'owner', merchantId: merchantId(), ...who } as const;
  const ctx = { db: portal.db, clock: { now: () => new Date() }, actor, requestId: 'req_test' };
  return saveTerms(ctx, termsBody.parse({ ...money, minimum: '6', ...given }));
}

const computed = { fee_kind: 'computed', fee_margin: 20, fee_ceiling: '5' } as const;

test('a computed fee is saved with its margin and ceiling, and a flat one has neither again', async () => {
  const { assets } = await putWithFeeds('kraken,bitstamp', computed);
  expect(assets[0]).toMatchObject({ ...computed, fee: '0.50', fee_ceiling: '5.00' });
  const { body } = await put(terms.PUT, money);
  expect(body.assets[0]).toMatchObject({ fee_kind: 'flat', fee_margin: null, fee_ceiling: null });
  const [before, after] = (await linesOf('settings.terms_saved')).slice(-2);
  expect([before?.after, after?.before]).toMatchObject([{ fee_ceiling: '5.00' }, { fee_ceiling: '5.00' }]);
});

test.each([
  ['', computed, 'fee_kind'],
  ['kraken', { ...computed, fee_margin: null }, 'fee_margin'],
  ['kraken', { ...computed, fee_ceiling: null }, 'fee_ceiling'],
  ['kraken', { ...computed, fee_ceiling: '0.4' }, 'fee_ceiling'],
  ['kraken', { ...computed, fee: '0', fee_ceiling: '0' }, 'fee_ceiling'],
  ['kraken', { ...computed, fee_ceiling: '6' }, 'minimum'],
])('with feeds "%s" a computed fee of %j is refused at %s', async (feeds, given, field) => {
  const refused = await putWithFeeds(feeds, given).catch((error) => error);
  expect([refused.code, refused.facts.field ?? refused.facts.errors[0].field]).toEqual(['invalid_request', field]);
});

test.each([
  [{ fee: '0.1234567' }, 'amount_too_precise', 'fee'],
  [{ maximum: '1e3' }, 'amount_malformed', 'maximum'],
  [{ minimum: '-1' }, 'amount_malformed', 'minimum'],
  [{ minimum: '0.5' }, 'invalid_request', 'minimum'],
  [{ maximum: '0.99' }, 'invalid_request', 'maximum'],
  [{ asset: 'EURX' }, 'asset_unavailable', 'asset'],
  [{ chain: 'base', asset: 'USDC' }, 'asset_unavailable', 'asset'],
])('terms with %j are refused as %s at %s', async (given, code, field) => {
  const { status, body } = await put(terms.PUT, { ...money, ...given });
  expect([status, body.code, body.field ?? body.errors[0].field]).toEqual([422, code, field]);
});

test('the language of claim pages is one of ours or none, and a save that does not name it leaves it', async () => {
  expect((await put(branding.PUT, { ...look, language: 'fa' })).body).toMatchObject({ language: 'fa' });
  expect((await put(branding.PUT, look)).body).toMatchObject({ language: 'fa' });
  expect((await put(branding.PUT, { ...look, language: 'xx' })).status).toBe(422);
  expect((await put(branding.PUT, { ...look, language: null })).body).toMatchObject({ language: null });
});
