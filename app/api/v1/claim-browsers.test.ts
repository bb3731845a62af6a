import { desc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mails } from '@/db/schema';
import { call, testPortal } from '@/lib/http/testing/test-portal';
import { unseal } from '@/lib/kernel/secrets';
import * as code from './claims/[token]/code/route';
import * as proof from './claims/[token]/proof/route';
import * as claim from './claims/[token]/route';
import * as payouts from './payouts/route';

const portal = testPortal();
const state = { token: '' };

beforeEach(async () => {
  const { apiKey } = await portal.newMerchant();
  const recipient = { type: 'email', email: 'ann@shop.example', language: 'fr' };
  const body = { amount: '25.00', asset: 'USDT', chain: 'local', recipient, reference: 'one' };
  const made = await call(payouts.POST, { method: 'POST', apiKey, body });
  expect(made.status).toBe(201);
  state.token = (await made.json()).claim_url.split('/p/')[1];
});
afterEach(() => vi.unstubAllEnvs());

const post = (handler: typeof code.POST, body: object, cookie?: string) =>
  call(handler, { method: 'POST', params: { token: state.token }, body, headers: cookie ? { Cookie: cookie } : {} });

async function mailedCode(): Promise<string> {
  const [mail] = await portal.db.select().from(mails).where(eq(mails.kind, 'code')).orderBy(desc(mails.id)).limit(1);
  return /^ {4}(\d{3} \d{3})$/m.exec(unseal(mail?.body ?? '', mail?.id ?? ''))?.[1] ?? '';
}

const cookiesOf = (answer: Response) => answer.headers.getSetCookie();
const bare = (cookie = '') => cookie.split(';')[0] ?? '';

test('the code is bound to a cookie that no script reads; typed with spaces or in full-width digits it is taken', async () => {
  const sent = await post(code.POST, {});
  expect(sent.status).toBe(202);
  expect(await sent.json()).toMatchObject({ sent_to: 'a•••@s•••.example' });
  const [cookie, ...others] = cookiesOf(sent);
  expect(cookie).toMatch(/^drawbridge-claim=[\w-]{43}; Path=\/; Max-Age=7200; HttpOnly; SameSite=Lax$/);
  expect(others).toEqual([]);
  const typed = await mailedCode();
  expect((await post(proof.POST, { code: typed })).status).toBe(401);
  const wide = typed.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
  const proved = await post(proof.POST, { code: wide.replace(' ', '\u3000') }, bare(cookie));
  expect(proved.status).toBe(200);
  expect(await proved.json()).toMatchObject({ proof: expect.stringMatching(/^[\w-]{43}$/) });
});

test.each([
  ['٠١٢٣٤٥', '012345'],
  ['۱۲۳ ۴۵۶', '123456'],
  ['१२३-४५६', '123456'],
])('%s is six digits', async (text) => {
  const cookie = bare(cookiesOf(await post(code.POST, {}))[0]);
  expect((await (await post(proof.POST, { code: text }, cookie)).json()).code).toMatch(/^code_wrong$/);
});

test.each(['12345', '1234567', 'abcdef', ''])('"%s" is no code and counts as no try', async (text) => {
  const cookie = bare(cookiesOf(await post(code.POST, {}))[0]);
  expect((await post(proof.POST, { code: text }, cookie)).status).toBe(422);
  const wrong = (await mailedCode()) === '000 000' ? '000001' : '000000';
  expect(await (await post(proof.POST, { code: wrong }, cookie)).json()).toMatchObject({ tries_left: 4 });
});

test('no GET, HEAD or claim without a proof uses up a code, sends one or signs anything', async () => {
  const cookie = bare(cookiesOf(await post(code.POST, {}))[0]);
  const typed = await mailedCode();
  for (const handler of [code.GET, code.HEAD, proof.GET, proof.HEAD, claim.GET, claim.HEAD]) {
    const method = handler === code.HEAD || handler === proof.HEAD || handler === claim.HEAD ? 'HEAD' : 'GET';
    await call(handler, { method, params: { token: state.token }, headers: { Cookie: cookie } });
  }
  const refused = await post(claim.POST, { address: '0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65' }, cookie);
  expect(refused.status).not.toBe(200);
  expect(await portal.sql`select from vouchers`).toEqual([]);
  expect((await post(proof.POST, { code: typed }, cookie)).status).toBe(200);
});

test('the page is told a masked address and never the whole one', async () => {
  const shown = await (await call(claim.GET, { params: { token: state.token } })).json();
  expect(shown.recipient).toEqual({ type: 'email', email: 'a•••@s•••.example', disputed: false });
  expect(JSON.stringify(shown)).not.toContain('shop.example');
});
