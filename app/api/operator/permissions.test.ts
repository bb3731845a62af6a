import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { routes } from '@/app/api/v1/routes';
import { type OperatorPermission, operatorRoles } from '@/db/vocabulary/operators';
import { addPerson } from '@/lib/access/testing/people';
import { methods } from '@/lib/http/pipeline/resource';
import { TestBrowser } from '@/lib/http/testing/test-browser';
import { call, type TestMerchant, testPortal } from '@/lib/http/testing/test-portal';
import { createOperatorKey } from '@/lib/operators/keys';
import { addOperator, operatorContext, type TestOperator } from '@/lib/operators/testing/operators';
import { operatorRoutes } from './routes';
import { cases } from './testing/cases';

/** Who may ask what of the installation, cell by cell; and every one of its addresses attacked by members and strangers. */
const portal = testPortal();
let shop: TestMerchant;
let admin: TestOperator;
let key = '';

beforeAll(async () => {
  shop = await portal.newMerchant();
  admin = await addOperator(portal.db);
  const scopes = ['merchants:write'] as const;
  key = (await createOperatorKey(operatorContext(portal.db, admin), { name: 'Platform', scopes })).key;
});
beforeEach(() => portal.sql`truncate rate_counts`);

const operations = [...routes, ...operatorRoutes].flatMap((one) =>
  methods.flatMap((method) => {
    const handler = one[method];
    const permission = handler.operation?.descriptor.permission ?? handler.streams?.permission;
    if (typeof permission !== 'object') return [];
    const byKey = 'operatorScope' in permission;
    if (!byKey && !('operator' in permission)) return [];
    const word = byKey ? permission.operatorScope : permission.operator;
    return [{ name: `${method} ${handler.path}`, method, handler, byKey, word }];
  }),
);
type OperatorOperation = (typeof operations)[number];

const caseOf = ({ name }: OperatorOperation) => {
  const found = cases[name];
  if (!found) throw new Error(`Say in cases.ts who may ask ${name}`);
  return found;
};
/** An address has at most one part that names something. */
const paramsOf = ({ handler }: OperatorOperation, part: string) =>
  Object.fromEntries([...handler.path.matchAll(/\{(\w+)\}/g)].map((match) => [match[1] ?? '', part]));
const sentBy = (one: OperatorOperation) => ({
  ...{ method: one.method, params: paramsOf(one, caseOf(one).id?.(shop.merchantId) ?? 'x') },
  body: caseOf(one).body,
});

async function ask(browser: TestBrowser, one: OperatorOperation) {
  const answer = await browser.send(one.handler, sentBy(one));
  const text = answer.headers.get('content-type')?.includes('json') ? await answer.text() : '{}';
  return { status: answer.status, code: Object(JSON.parse(text || '{}')).code };
}

test('the table names every address of operators, and no other', () => {
  expect(operations.map(({ name }) => name).toSorted()).toEqual(Object.keys(cases).toSorted());
});

describe('by role', () => {
  const cells = operations.flatMap((one) => operatorRoles.map((role) => ({ ...one, role })));
  test.each(cells)('$name and $role', async ({ role, ...one }) => {
    const may = caseOf(one).may.includes(role.charAt(0));
    // A person who need not confirm their identity has not, so an operation that asks for it in vain fails here.
    const steppedUp = caseOf(one).fresh === true;
    const { status, code } = await ask(await TestBrowser.of(await addOperator(portal.db, { role, steppedUp })), one);
    expect([one.name, may ? status : code]).toEqual([one.name, may ? caseOf(one).status : 'forbidden']);
  });

  const fresh = operations.filter((one) => caseOf(one).fresh);
  test.each(fresh)('$name asks for a fresh proof', async (one) => {
    const operator = await addOperator(portal.db, { steppedUp: false });
    expect(await ask(await TestBrowser.of(operator), one)).toEqual({ status: 403, code: 'step_up_required' });
  });
});

describe('attacked', () => {
  test.each(operations)('$name refuses an owner of a merchant, and a stranger', async (one) => {
    const { merchantId } = await portal.newMerchant();
    const owner = await addPerson(portal.db, { merchantId });
    expect(await ask(await TestBrowser.of(owner), one)).toEqual({ status: 403, code: 'forbidden' });
    expect((await ask(new TestBrowser(), one)).status).toBe(401);
  });

  test.each(operations)('$name refuses a merchant’s key, another site, and a session that was ended', async (one) => {
    const sent = sentBy(one);
    expect([401, 403]).toContain((await call(one.handler, { ...sent, apiKey: shop.apiKey })).status);
    const browser = await TestBrowser.of(admin);
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const refused = await browser.send(one.handler, { ...sent, headers: foreign });
    expect([refused.status, (await refused.json()).code]).toEqual([403, 'cross_site_refused']);
    const ended = await addOperator(portal.db);
    await portal.sql`update sessions set ended_at = now() where id = ${ended.sessionId}`;
    expect((await ask(await TestBrowser.of(ended), one)).status).toBe(401);
  });

  const keyed = operations.filter(({ byKey }) => byKey);
  const withoutScope = (word: OperatorPermission | 'any') => word !== 'merchants:write';
  test.each(keyed.filter(({ word }) => withoutScope(word)))('$name refuses a key without its scope', async (one) => {
    const answer = await call(one.handler, { ...sentBy(one), apiKey: key });
    expect([answer.status, (await answer.json()).code]).toEqual([403, 'forbidden']);
  });

  test.each(operations.filter(({ byKey }) => !byKey))('$name is for people, and for no key', async (one) => {
    expect([401, 403]).toContain((await call(one.handler, { ...sentBy(one), apiKey: key })).status);
  });

  const merchants = routes.flatMap((one) =>
    methods.flatMap((method) => {
      const { descriptor } = one[method].operation ?? {};
      const permission = descriptor?.permission;
      const theirs = typeof permission === 'object' && 'scope' in permission;
      return theirs ? [{ name: `${method} ${one[method].path}`, method, handler: one[method] }] : [];
    }),
  );
  test('a key of operators opens nothing of a merchant', async () => {
    const answers: string[] = [];
    for (const { name, method, handler } of merchants) {
      const { status } = await call(handler, { method, params: { id: 'x' }, apiKey: key });
      answers.push(`${name}: ${status}`);
    }
    expect(answers.length).toBeGreaterThan(30);
    expect(answers.filter((answer) => !answer.endsWith(': 401'))).toEqual([]);
  });
});

test('an operators’ key that asks for a merchant’s key twice under one Idempotency-Key gets the first one again, and no other key does', async () => {
  const { merchantId: id } = await portal.newMerchant();
  const handler = operations.find(({ name }) => name.endsWith('/merchants/{id}/api-keys'))?.handler;
  const asking = async (apiKey: string, name = 'Server', of = id) => {
    const sent = { params: { id: of }, body: { name, scopes: ['payouts:read'] }, apiKey };
    const answer = await call(handler ?? expect.unreachable(), {
      ...{ method: 'POST', headers: { 'Idempotency-Key': 'one' }, ...sent },
    });
    return { status: answer.status, ...(await answer.json()) };
  };
  const scopes = ['merchants:write'] as const;
  const other = await createOperatorKey(operatorContext(portal.db, admin), { name: 'Another', scopes });
  const first = await asking(key);
  expect(first).toMatchObject({ status: 201, key: expect.stringMatching(/^db_/) });
  expect(await asking(key)).toEqual(first);
  expect((await asking(other.key)).id).not.toBe(first.id);
  expect(await asking(key, 'Till')).toMatchObject({ code: 'idempotency_key_reused' });
  expect(await asking(key, 'Server', 'mer_nobody')).toMatchObject({ code: 'not_found' });
  const kept = await portal.sql`select answer from idempotency_keys where merchant_id = ${id}`;
  expect(JSON.stringify(kept)).not.toContain(first.key);
});
