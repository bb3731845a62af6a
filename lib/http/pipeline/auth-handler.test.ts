import { desc, eq } from 'drizzle-orm';
import { privateKeyToAccount } from 'viem/accounts';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as me from '@/app/api/desk/me/route';
import * as newPasskey from '@/app/api/desk/passkeys/challenge/route';
import * as passkeys from '@/app/api/desk/passkeys/route';
import * as code from '@/app/api/sign-in/code/route';
import * as passkeyChallenge from '@/app/api/sign-in/passkey-challenge/route';
import * as walletMessage from '@/app/api/sign-in/wallet-message/route';
import { auditLines, mails, sessions } from '@/db/schema';
import { demoAccount } from '@/demo/accounts';
import { TestAuthenticator } from '@/lib/access/passkeys/testing/authenticator';
import { addMerchant, addPerson, type TestPerson } from '@/lib/access/testing/people';
import { peerHeader } from '@/lib/http/base/address';
import { findDevice, findDeviceOf } from '@/lib/http/identity/known-device';
import { TestBrowser } from '@/lib/http/testing/test-browser';
import { testPortal } from '@/lib/http/testing/test-portal';
import { newToken, unseal } from '@/lib/kernel/secrets';

const portal = testPortal();
const wallet = privateKeyToAccount(demoAccount('admin').privateKey);
const stranger = privateKeyToAccount(demoAccount('other').privateKey);
let person: TestPerson;

beforeAll(() => {
  process.env.RPC_URL_LOCAL = 'http://127.0.0.1:1';
});
beforeEach(async () => {
  await portal.sql`truncate identities, rate_counts`;
  const also = [{ kind: 'wallet', value: wallet.address.toLowerCase() } as const];
  person = await addPerson(portal.db, { merchantId: await addMerchant(portal.db), role: 'payer', also });
});

async function mailedCode(browser: TestBrowser, email: string): Promise<string> {
  expect((await browser.send(code.POST, { method: 'POST', body: { email } })).status).toBe(200);
  const [mail] = await portal.db
    .select()
    .from(mails)
    .where(eq(mails.recipient, email))
    .orderBy(desc(mails.id))
    .limit(1);
  return /^ {4}(\d{4} \d{4})$/m.exec(unseal(mail?.body ?? '', mail?.id ?? ''))?.[1] ?? '';
}

async function signedMessage(browser: TestBrowser, by = wallet) {
  const answer = await browser.send(walletMessage.POST, { method: 'POST', body: { address: by.address } });
  const { message } = await answer.json();
  return { message, signature: await by.signMessage({ message }) };
}

const codeOf = async (answer: Response) => [answer.status, (await answer.json()).code];
const whoIs = (browser: TestBrowser) => browser.send(me.GET);

test('with a code by mail a person comes in, and out again', async () => {
  const browser = new TestBrowser();
  expect(await codeOf(await whoIs(browser))).toEqual([401, 'signed_out']);
  const answer = await browser.bring('code', {
    email: ` ${person.email.toUpperCase()}`,
    code: await mailedCode(browser, person.email),
  });
  expect([answer.status, await answer.json()]).toEqual([200, { url: 'http://localhost:3000/dashboard' }]);
  expect(await (await whoIs(browser)).json()).toMatchObject({
    ...{ user_id: person.userId, name: person.email, stepped_up_until: null },
    merchant: { id: person.merchantId, role: 'payer' },
  });
  const taken = new Map(browser.cookies);
  await browser.askAuth('signout', { method: 'POST', body: { csrfToken: await browser.csrfToken() } });
  expect(browser.cookies.has('drawbridge-session')).toBe(false);
  for (const [name, value] of taken) browser.cookies.set(name, value);
  expect(await codeOf(await whoIs(browser))).toEqual([401, 'signed_out']);
});

test('with a wallet a person comes in, and the audit has from where', async () => {
  const browser = new TestBrowser();
  expect((await browser.bring('wallet', await signedMessage(browser))).status).toBe(200);
  const { session_id } = await (await whoIs(browser)).json();
  const [line] = await portal.db.select().from(auditLines).where(eq(auditLines.subjectId, session_id));
  expect(line).toMatchObject({ action: 'session.opened', originAddress: '203.0.113.7', userAgent: 'Test browser' });
});

test('with a passkey a person comes in, from the browser that asked alone', async () => {
  const own = await TestBrowser.of(person);
  await portal.db.update(sessions).set({ steppedUpAt: new Date() }).where(eq(sessions.id, person.sessionId));
  const key = new TestAuthenticator();
  const offer = await (await own.send(newPasskey.POST, { method: 'POST', body: {} })).json();
  expect((await own.send(passkeys.POST, { method: 'POST', body: key.make(offer) })).status).toBe(201);
  const browser = new TestBrowser();
  const challenge = async () => (await browser.send(passkeyChallenge.POST, { method: 'POST', body: {} })).json();
  const stolen = await new TestBrowser().bring('passkey', key.sign(await challenge()));
  expect(await codeOf(stolen)).toEqual([401, 'proof_expired']);
  expect((await browser.bring('passkey', key.sign(await challenge()))).status).toBe(200);
  expect(await (await whoIs(browser)).json()).toMatchObject({ user_id: person.userId, stepped_up_until: null });
  const knocks = [];
  for (let index = 0; index < 61; index++)
    knocks.push((await new TestBrowser().send(passkeyChallenge.POST, { method: 'POST', body: {} })).status);
  expect(new Set(knocks)).toEqual(new Set([200, 429]));
});

test('cookies are out of reach of scripts and of other sites, and the session’s holds no fact but its id, sealed', async () => {
  const browser = new TestBrowser();
  await browser.bring('wallet', await signedMessage(browser));
  const session = browser.setCookies.find((line) => line.startsWith('drawbridge-session='));
  expect(session).toMatch(/; HttpOnly/);
  expect(session).toMatch(/; SameSite=Lax/);
  expect(browser.setCookies.find((line) => line.startsWith('drawbridge-proof='))).toMatch(
    /Path=\/api; .*HttpOnly; SameSite=Strict/,
  );
  expect(session).not.toContain('ses_');
  expect(Buffer.from(session ?? '', 'base64').toString()).not.toContain('ses_');
  expect(await (await browser.askAuth('session')).json()).toEqual({ expires: expect.any(String) });
});

test('each sign-in is a session of its own, with any cookie of the browser', async () => {
  const browser = new TestBrowser();
  await browser.bring('wallet', await signedMessage(browser));
  const first = (await (await whoIs(browser)).json()).session_id;
  await browser.bring('wallet', await signedMessage(browser));
  expect((await (await whoIs(browser)).json()).session_id).not.toBe(first);
});

describe('a browser in which a person has signed in', () => {
  const asks = async (browser: TestBrowser, peer: string, email = person.email) =>
    (await browser.send(code.POST, { method: 'POST', body: { email }, headers: { [peerHeader]: peer } })).status;

  test('by a code or by a wallet, gets a code by mail, however many strangers asked for one', async () => {
    const homes = { code: new TestBrowser(), wallet: new TestBrowser() };
    const mailed = { email: person.email, code: await mailedCode(homes.code, person.email) };
    expect((await homes.code.bring('code', mailed)).status).toBe(200);
    expect((await homes.wallet.bring('wallet', await signedMessage(homes.wallet))).status).toBe(200);
    const strangers = [];
    for (let index = 0; index < 16; index++) strangers.push(await asks(new TestBrowser(), `198.51.100.${index}`));
    expect(strangers).toContain(429);
    expect(await asks(new TestBrowser(), '192.0.2.1')).toBe(429);
    expect(await asks(homes.code, '192.0.2.1')).toBe(200);
    expect(await asks(homes.wallet, '192.0.2.1')).toBe(200);
  });

  test('is known for its person’s addresses alone, and by nothing that a stranger could make', async () => {
    const home = new TestBrowser();
    await home.bring('wallet', await signedMessage(home));
    const cookie = home.cookies.get('drawbridge-device') ?? '';
    expect(cookie).not.toContain(person.email);
    const headers = (value: string) => new Headers({ cookie: `drawbridge-device=${value}` });
    const known = findDeviceOf(headers(cookie), person.email);
    expect([known, findDevice(headers(cookie))]).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/), known]);
    expect(findDeviceOf(headers(cookie), 'bea@shop.example')).toBeNull();
    const [token = '', ...marks] = cookie.split('.');
    for (const forged of [`${token}.${marks[1]}`, `${newToken()}.${marks.join('.')}`, `${token}.${'0'.repeat(32)}`]) {
      expect([findDevice(headers(forged)), findDeviceOf(headers(forged), person.email)]).toEqual([null, null]);
    }
  });

  test('is let in to prove itself, though strangers behind the same address use up what they have', async () => {
    const home = new TestBrowser();
    await home.bring('wallet', await signedMessage(home));
    const guesses = [];
    for (let index = 0; index < 125; index++)
      guesses.push(
        (
          await new TestBrowser().send(walletMessage.POST, {
            method: 'POST',
            body: { address: 'x' },
          })
        ).status,
      );
    expect(guesses).toContain(429);
    expect((await home.bring('wallet', await signedMessage(home))).status).toBe(200);
  });
});

describe('nobody comes in', () => {
  test('with a cookie that is not ours, or of a session that is none', async () => {
    const browser = await TestBrowser.of({ ...person, sessionId: 'ses_unknown' });
    expect(await codeOf(await whoIs(browser))).toEqual([401, 'signed_out']);
    for (const value of ['x', 'eyJhbGciOiJub25lIn0.eyJzaWQiOiJzZXMifQ.', person.sessionId]) {
      browser.cookies.set('drawbridge-session', value);
      expect(await codeOf(await whoIs(browser))).toEqual([401, 'signed_out']);
    }
  });

  test('with a wallet that is in no team, and no session is left behind', async () => {
    const before = await portal.db.$count(sessions);
    const browser = new TestBrowser();
    expect(await codeOf(await browser.bring('wallet', await signedMessage(browser, stranger)))).toEqual([
      403,
      'not_a_member',
    ]);
    expect(browser.cookies.has('drawbridge-session')).toBe(false);
    expect(await portal.db.$count(sessions)).toBe(before);
  });

  test('with a wrong code, and is told how many tries are left', async () => {
    const browser = new TestBrowser();
    await mailedCode(browser, person.email);
    const answer = await browser.bring('code', { email: person.email, code: '0000 0000' });
    expect([answer.status, await answer.json()]).toMatchObject([401, { code: 'code_wrong', tries_left: 4 }]);
  });

  test('with what another browser asked for', async () => {
    const [one, two] = [new TestBrowser(), new TestBrowser()];
    const proof = { email: person.email, code: await mailedCode(one, person.email) };
    expect(await codeOf(await two.bring('code', proof))).toEqual([401, 'proof_expired']);
    const signed = await signedMessage(one);
    await signedMessage(two);
    expect(await codeOf(await two.bring('wallet', signed))).toEqual([401, 'proof_expired']);
  });

  test('with a proof that is used already', async () => {
    const browser = new TestBrowser();
    const signed = await signedMessage(browser);
    expect((await browser.bring('wallet', signed)).status).toBe(200);
    expect(await codeOf(await browser.bring('wallet', signed))).toEqual([401, 'proof_expired']);
  });

  test.each([
    {},
    { email: 'x', code: '12345678' },
    { email: 'ann@shop.example', code: '1234' },
    { email: { $gt: '' }, code: 12345678 },
  ])('with the malformed proof %j', async (proof) => {
    const browser = new TestBrowser();
    await mailedCode(browser, person.email);
    expect(await codeOf(await browser.bring('code', proof))).toEqual([422, 'invalid_request']);
  });

  test('from another site’s page, or without the token of ours', async () => {
    const browser = new TestBrowser();
    const signed = await signedMessage(browser);
    const evil: Record<string, string | null>[] = [
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
      { origin: null, 'sec-fetch-site': null },
      { origin: 'http://localhost:3000', 'sec-fetch-site': 'cross-site' },
      { origin: 'http://localhost:3001', 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of evil) {
      expect(await codeOf(await browser.bring('wallet', signed, { headers }))).toEqual([403, 'cross_site_refused']);
    }
    const body = { csrfToken: 'wrong', ...signed };
    const answer = await browser.askAuth('callback/wallet', { method: 'POST', body });
    expect((await answer.json()).url).toContain('csrf=true');
    expect(browser.cookies.has('drawbridge-session')).toBe(false);
  });

  test('who tries too often from one network', async () => {
    const browser = new TestBrowser();
    const csrfToken = await browser.csrfToken();
    const knock = () => browser.askAuth('callback/code', { method: 'POST', body: { csrfToken } });
    const statuses = new Set<number>();
    for (let index = 0; index < 61; index++) statuses.add((await knock()).status);
    expect([...statuses]).toEqual([401, 429]);
  });
});

test.each([
  ['POST', '_log'],
  ['POST', 'signin/code'],
  ['POST', 'callback/email'],
  ['POST', 'callback/code/more'],
  ['POST', 'session'],
  ['GET', 'providers'],
  ['GET', 'callback/code'],
  ['GET', '__proto__'],
])('next-auth has no door at %s %s', async (method, action) => {
  const body = method === 'GET' ? undefined : { code: 'Anything', level: 'error' };
  expect(await codeOf(await new TestBrowser().askAuth(action, { method, body }))).toEqual([404, 'not_found']);
});

test('the pages of next-auth are ours, and no address leads away from here', async () => {
  const browser = new TestBrowser();
  for (const page of ['signin', 'signout', 'error', 'verify-request']) {
    const answer = await browser.askAuth(page);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, expect.stringMatching(/^\/sign-in/)]);
  }
  const body = { csrfToken: await browser.csrfToken(), callbackUrl: 'https://evil.example' };
  expect(await (await browser.askAuth('signout', { method: 'POST', body })).json()).toEqual({
    url: 'http://localhost:3000/dashboard',
  });
});
