import { beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { TestBrowser } from '@/lib/http/testing/test-browser';
import { testPortal } from '@/lib/http/testing/test-portal';
import type { RouteHandler } from './resource';

/** What changes when BASE_URL is https, port and all: settings are read once, so everything here is loaded after them. */
const portal = testPortal();
const home = 'https://pay.example.com:8443';
const state: { browser?: TestBrowser; message?: RouteHandler } = {};

beforeAll(async () => {
  process.env.BASE_URL = home;
  process.env.RPC_URL_LOCAL = 'http://127.0.0.1:1';
  vi.resetModules();
  const { TestBrowser: Browser } = await import('@/lib/http/testing/test-browser');
  state.browser = new Browser();
  state.message = (await import('@/app/api/sign-in/wallet-message/route')).POST;
});

const loaded = () => ({
  browser: state.browser ?? expect.unreachable(),
  handler: state.message ?? expect.unreachable(),
});
const fromHome = { origin: home, 'sec-fetch-site': 'same-origin' };

test('cookies go over TLS only, to this host only, and scripts see none of them', async () => {
  const { addMerchant, addPerson } = await import('@/lib/access/testing/people');
  const { privateKeyToAccount, generatePrivateKey } = await import('viem/accounts');
  const account = privateKeyToAccount(generatePrivateKey());
  const merchantId = await addMerchant(portal.db);
  await addPerson(portal.db, { merchantId, also: [{ kind: 'wallet', value: account.address.toLowerCase() }] });
  const { browser, handler } = loaded();
  const asked = await browser.send(handler, { method: 'POST', body: { address: account.address }, headers: fromHome });
  const { message } = z.object({ message: z.string() }).parse(await asked.json());
  expect(message).toContain(`pay.example.com:8443 wants you to sign in`);
  expect(message).toContain(`URI: ${home}\n`);
  const signature = await account.signMessage({ message });
  const answer = await browser.bring('wallet', { message, signature }, { headers: fromHome });
  expect(await answer.json()).toEqual({ url: `${home}/dashboard` });
  expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');

  const names = browser.setCookies.map((line) => line.split('=')[0]);
  expect(new Set(names)).toEqual(
    new Set([
      '__Secure-drawbridge-proof',
      '__Secure-drawbridge-device',
      '__Host-next-auth.csrf-token',
      '__Secure-next-auth.callback-url',
      '__Host-drawbridge-session',
    ]),
  );
  for (const line of browser.setCookies) {
    expect(line).toMatch(/; Secure/);
    expect(line).toMatch(/; HttpOnly/);
    expect(line).toMatch(/; SameSite=(Lax|Strict)/);
    expect(line).not.toMatch(/; Domain=/);
  }
  for (const line of browser.setCookies.filter((one) => one.startsWith('__Host-'))) expect(line).toMatch(/; Path=\/;/);
});

test('without TRUST_PROXY everybody comes from the proxy, so nobody is kept out for what others there did', async () => {
  const { peerHeader, proofNetwork, seesNetworks } = await import('@/lib/http/base/address');
  const { visitorQuota } = await import('@/lib/http/identity/authenticate');
  const headers = new Headers({ [peerHeader]: '10.0.0.1', 'x-forwarded-for': '203.0.113.7' });
  expect([seesNetworks(), proofNetwork(headers), visitorQuota(headers).limit]).toEqual([false, null, 120]);
});

test('a page of the same host over plain http, or on another port, is another site', async () => {
  const { browser, handler } = loaded();
  for (const origin of ['http://pay.example.com:8443', 'https://pay.example.com', 'https://pay.example.com:8444']) {
    const body = { address: `0x${'1'.repeat(40)}` };
    const headers = { origin, 'sec-fetch-site': 'same-site' };
    expect((await browser.send(handler, { method: 'POST', body, headers })).status).toBe(403);
  }
});
