import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type APIRequestContext, expect, test } from '@playwright/test';
import { readDemo } from '@/e2e/support/demo-file';
import { deskOf } from '@/e2e/support/desk';

/** The API as the running portal serves it: what the tests of the route handlers cannot see. */
const demoFile = () => process.env.E2E_DEMO_FILE ?? '';
const demo = () => readDemo(demoFile());
const readLog = () => readFileSync(path.join(path.dirname(demoFile()), 'logs', 'portal.log'), 'utf8');
const withKey = () => ({ Authorization: `Bearer ${demo().apiKey}` });

function create(request: APIRequestContext, headers: Record<string, string> = {}, reference: string = randomUUID()) {
  return request.post('/api/v1/payouts', {
    headers: { ...withKey(), ...headers },
    data: { amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'anyone' }, reference },
  });
}

const tokenOf = (claimUrl: string) => claimUrl.split('/p/')[1] ?? '';

test('fifty identical creates at once make one payout', async ({ request }) => {
  const reference = randomUUID();
  const headers = { 'Idempotency-Key': reference };
  const answers = await Promise.all(Array.from({ length: 50 }, () => create(request, headers, reference)));
  const again = await create(request, headers, reference);
  const made = [...answers.filter((answer) => answer.status() === 201), again];
  expect(answers.every((answer) => [201, 409].includes(answer.status()))).toBe(true);
  expect(new Set(await Promise.all(made.map((answer) => answer.text()))).size).toBe(1);
  const list = await request.get(`/api/v1/payouts?reference=${reference}`, {
    headers: withKey(),
  });
  expect((await list.json()).data).toHaveLength(1);
});

test('no claim token reaches the log, with any use of the link', async ({ request, page }) => {
  const token = tokenOf((await (await create(request)).json()).claim_url);
  await request.get(`/api/v1/claims/${token}`);
  await request.post(`/api/v1/claims/${token}`, { data: { address: 'x' } });
  await request.post(`/api/v1/claims/${token}`, { data: { address: demo().wallets.customer.address } });
  await request.delete(`/api/v1/claims/${token}`);
  await request.get(`/api/v1/claims/${token}/nothing/here`);
  await page.goto(`/p/${token}`);
  await page.goto(`/p/${token}/receipt`);
  await expect.poll(() => readLog()).toContain('/api/v1/claims/{token}');
  expect(readLog()).not.toContain(token);
});

test('an address that a caller claims to have is not believed', async ({ request }) => {
  const isFirstOfMany = async (claimed: string) => {
    const headers = { 'X-Forwarded-For': claimed, 'X-Drawbridge-Peer': claimed };
    const sent = (await request.get('/api/v1/claims/unknown', { headers })).headers();
    const limit = Number(/q=(\d+)/.exec(sent['ratelimit-policy'] ?? '')?.[1]);
    return Number(/r=(\d+)/.exec(sent.ratelimit ?? '')?.[1]) === limit - 1;
  };
  // A minute may turn between them, so that one of them is the first of its count; three never are.
  const firsts = [
    await isFirstOfMany('198.51.100.1'),
    await isFirstOfMany('198.51.100.2'),
    await isFirstOfMany('198.51.100.3'),
  ];
  expect(firsts.filter(Boolean).length).toBeLessThan(3);
});

test('a claim page may be framed by the merchant’s origins only, and any other page by nobody', async ({ request }) => {
  const token = tokenOf((await (await create(request)).json()).claim_url);
  const claim = (await request.get(`/p/${token}`)).headers();
  const merchant = new URL(demo().merchantSite).origin;
  expect(claim['content-security-policy']).toContain(`frame-ancestors ${merchant};`);
  expect(claim['x-frame-options']).toBeUndefined();
  for (const address of ['/', '/docs', '/p/unknown', '/nothing-here']) {
    const headers = (await request.get(address)).headers();
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['referrer-policy']).toBe('no-referrer');
  }
});

for (const address of ['/', '/docs', '/docs/errors', '/nothing-here']) {
  test(`every script of ${address} runs under the content policy`, async ({ page }) => {
    const violations: string[] = [];
    page.on('console', (message) => violations.push(message.text()));
    await page.goto(address, { waitUntil: 'networkidle' });
    expect(violations.filter((text) => /Content Security Policy/i.test(text))).toEqual([]);
  });
}

test('no file is taken for another type than its own, and nothing fetches or resizes images on request', async ({
  request,
}) => {
  const page = await (await request.get('/')).text();
  const script = /\/_next\/static\/[^"']+\.js/.exec(page)?.[0] ?? '';
  const styles = /\/_next\/static\/[^"']+\.css/.exec(page)?.[0] ?? '';
  for (const address of [script, styles, '/embed.js', '/icon.svg']) {
    const answer = await request.get(address);
    expect([address, answer.status()]).toEqual([address, 200]);
    expect(answer.headers()['x-content-type-options']).toBe('nosniff');
  }
  for (const url of ['/icon.svg', 'http://127.0.0.1:1/x.png', '//evil.example/x.png']) {
    const answer = await request.get(`/_next/image?url=${encodeURIComponent(url)}&w=64&q=75`);
    expect(answer.status()).toBe(404);
  }
});

test('the open line of a page that goes away is free again', async ({ page }) => {
  const desk = deskOf(demo());
  const person = await desk.join('viewer');
  await desk.enter(page, person);
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  await page.goto('about:blank');
  const open = async () => {
    const over = new AbortController();
    const answer = await fetch(`${demo().baseUrl}/api/desk/live`, { headers: { cookie }, signal: over.signal });
    return { status: answer.status, close: () => over.abort() };
  };
  const lines = [];
  for (let index = 0; index < 20; index++) lines.push(await open());
  expect((await open()).status).toBe(429);
  for (const line of lines) line.close();
  await expect.poll(async () => (await open()).status).toBe(200);
});

test('what the API does not have answers as a problem', async ({ request }) => {
  const unknown = await request.get('/api/v1/nothing/here');
  expect(unknown.headers()['content-type']).toBe('application/problem+json');
  expect([unknown.status(), (await unknown.json()).code]).toEqual([404, 'not_found']);
  const method = await request.delete('/api/v1/payouts');
  expect([method.status(), method.headers().allow]).toEqual([405, 'GET, POST, HEAD, OPTIONS']);
  const head = await request.head('/api/v1/openapi.json');
  expect([head.status(), await head.text()]).toEqual([200, '']);
});

test('the address of a problem’s type explains it', async ({ request, page }) => {
  const { type, code } = await (await request.get('/api/v1/payouts')).json();
  await page.goto(type);
  await expect(page.locator(`#${code}`)).toBeInViewport();
});

test('a slash at the end leads to the same operation, and to the same page', async ({ request }) => {
  expect((await request.get('/api/health/')).status()).toBe(200);
  const refused = await request.post('/api/v1/payouts/', { data: { amount: '1.00' } });
  expect([refused.status(), (await refused.json()).code]).toEqual([401, 'unauthenticated']);
  const unknown = await request.post('/api/hooks/standard/src_none/', { data: {} });
  expect((await unknown.json()).code).toBe('not_found');
  const page = await request.get('/docs/', { maxRedirects: 0 });
  expect([page.status(), page.headers().location]).toEqual([308, '/docs']);
});

test('a quiet connection is kept longer than a proxy in front keeps it', async ({ request }) => {
  expect((await request.get('/api/health')).headers()['keep-alive']).toBe('timeout=620');
});

test('the portal says that it is well', async ({ request }) => {
  const answer = await request.get('/api/health');
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({ status: 'ok', database: 'up' });
});
