import { NextRequest } from 'next/server';
import { expect, test } from 'vitest';
import * as buyerLink from '@/app/api/v1/orders/[id]/buyer-link/route';
import * as orders from '@/app/api/v1/orders/route';
import * as payouts from '@/app/api/v1/payouts/route';
import { demoAccount } from '@/demo/accounts';
import { languageHeader } from '@/lib/http/pages/page-language';
import { call, testPortal } from '@/lib/http/testing/test-portal';
import { proxy } from './proxy';

const portal = testPortal();
const home = 'http://localhost:3000';
const open = (path: string, headers: Record<string, string> = {}) => proxy(new NextRequest(home + path, { headers }));
const policyOf = (answer: Response) => answer.headers.get('content-security-policy') ?? '';
const nonceOf = (answer: Response) => /'nonce-([^']+)'/.exec(policyOf(answer))?.[1];

async function claimPath(embedOrigins: string[]): Promise<string> {
  const { apiKey, merchantId } = await portal.newMerchant();
  await portal.sql`update merchants set embed_origins = ${embedOrigins} where id = ${merchantId}`;
  const recipient = { type: 'anyone' };
  const body = { amount: '25.00', asset: 'USDT', chain: 'local', recipient, reference: merchantId };
  const { claim_url } = await (await call(payouts.POST, { method: 'POST', apiKey, body })).json();
  return new URL(claim_url).pathname;
}

test.each([
  '/',
  '/docs',
  '/sign-in?next=/dashboard',
  '/dashboard',
  '/dashboard/payouts/po_x',
  '/p/unknown',
  '/embed.js',
  '/verify-receipt.html',
])('a reader of %s may frame it nowhere, guess no type, and tells nobody where they came from', async (path) => {
  const { headers } = await open(path);
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('permissions-policy')).toContain('camera=()');
});

test.each(['/dashboard/payouts/po_%00', '/dashboard/payouts?asset=a%00b', '/dashboard/audit?actor=%00', '/p/%00'])(
  '%s is answered as nothing, before a database is asked for what it cannot hold',
  async (path) => {
    const answer = await open(path);
    expect([answer.status, await answer.text()]).toEqual([404, 'There is nothing here.\n']);
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
    expect((await open(path.replaceAll('%00', '00'))).status).toBe(200);
  },
);

test('pages are only read, with any request to change them refused; the demo’s doors take more', async () => {
  const send = (path: string, method: string) => proxy(new NextRequest(home + path, { method }));
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    for (const path of ['/', '/docs', '/p/x', '/dashboard']) {
      const answer = await send(path, method);
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    }
  }
  expect([(await send('/docs', 'HEAD')).status, (await send('/dev/rpc', 'POST')).status]).toEqual([200, 200]);
});

test('the page that checks receipts is held by the policy inside it alone, which no other page brings', async () => {
  expect(policyOf(await open('/verify-receipt.html'))).toBe("frame-ancestors 'none'");
  for (const path of ['/verify-receipt.html/', '/p/verify-receipt.html', '/VERIFY-RECEIPT.HTML']) {
    expect(policyOf(await open(path))).toContain("script-src 'self' 'nonce-");
  }
});

test('each answer has a nonce of its own, also when the caller brought a nonce or policy', async () => {
  const brought = { 'x-nonce': 'mine', 'content-security-policy': "script-src 'nonce-mine'" };
  const answers = [await open('/', brought), await open('/', brought)];
  const nonces = answers.map(nonceOf);
  expect(new Set(nonces).size).toBe(2);
  for (const answer of answers) {
    const nonce = nonceOf(answer);
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(answer.headers.get('x-middleware-request-x-nonce')).toBe(nonce);
    expect(answer.headers.get('x-middleware-request-content-security-policy')).toBe(policyOf(answer));
  }
});

test('a claim page may be framed by its own merchant’s origins, with its receipt, and by nobody else’s', async () => {
  const [one, other] = [await claimPath(['https://shop.example']), await claimPath([])];
  for (const path of [one, `${one}/receipt`]) {
    expect(policyOf(await open(path))).toContain('frame-ancestors https://shop.example;');
    expect((await open(path)).headers.get('x-frame-options')).toBeNull();
  }
  expect(policyOf(await open(other))).toContain("frame-ancestors 'none'");
  for (const path of [`/dashboard${one}`, `//p/${one.slice(3)}`]) {
    expect(policyOf(await open(path))).toContain("frame-ancestors 'none'");
  }
});

test('a page whose reader and browser ask for no language of ours speaks that of its merchant', async () => {
  const path = await claimPath([]);
  const spoken = async (at: string, accepted: string) =>
    (await open(at, { 'accept-language': accepted })).headers.get(`x-middleware-request-${languageHeader}`);
  expect(await spoken(path, 'ja')).toBe('en');
  await portal.sql`update merchants set language = 'fa'`;
  expect([await spoken(path, 'ja'), await spoken(path, 'es'), await spoken(`${path}?lang=tr`, 'ja')]).toEqual([
    'fa',
    'es',
    'tr',
  ]);
  expect([await spoken('/p/unknown', 'ja'), await spoken('/v/unknown', 'ja')]).toEqual(['en', 'en']);
});

test('the page of an order speaks as its reader wishes, else the language of its buyer, else that of its merchant', async () => {
  const { apiKey } = await portal.newMerchant();
  const post = async (route: typeof orders.POST, body: object | undefined, params?: { id: string }) =>
    (await call(route, { method: 'POST', apiKey, body, params })).json();
  const seller = { id: 's', address: demoAccount('customer').address };
  const of = { amount: '25.00', asset: 'USDT', chain: 'local', reference: 'spoken', seller };
  const { id } = await post(orders.POST, { ...of, buyer: { id: 'b', language: 'fr' } });
  const path = new URL((await post(buyerLink.POST, undefined, { id })).url).pathname;
  const spoken = async (at: string, accepted: string) =>
    (await open(at, { 'accept-language': accepted })).headers.get(`x-middleware-request-${languageHeader}`);
  expect([await spoken(path, 'ja'), await spoken(path, 'es'), await spoken(`${path}?lang=tr`, 'es')]).toEqual([
    'fr',
    'es',
    'tr',
  ]);
  await portal.sql`update orders set buyer_language = null`;
  await portal.sql`update merchants set language = 'fa'`;
  expect([await spoken(path, 'ja'), await spoken('/o/unknown', 'ja')]).toEqual(['fa', 'en']);
});

test('pages of the desk leave no hold to their opener; claim pages tell their opener how it goes', async () => {
  const openerOf = async (path: string) => (await open(path)).headers.get('cross-origin-opener-policy');
  expect(await openerOf('/dashboard/payouts')).toBe('same-origin-allow-popups');
  expect(await openerOf('/sign-in')).toBe('same-origin-allow-popups');
  expect(await openerOf(await claimPath([]))).toBeNull();
});
