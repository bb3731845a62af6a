import { beforeAll, expect, test } from 'vitest';
import { deskRoutes } from '@/app/api/desk/routes';
import * as hooks from '@/app/api/hooks/[dialect]/[source]/route';
import { operatorRoutes } from '@/app/api/operator/routes';
import { routes } from '@/app/api/v1/routes';
import { byDepth } from '@/db/testing/depth';
import { addPerson } from '@/lib/access/testing/people';
import { methods, type RouteHandler } from '@/lib/http/pipeline/resource';
import { TestBrowser } from '@/lib/http/testing/test-browser';
import { call, testPortal } from '@/lib/http/testing/test-portal';
import { makeOperator } from '@/lib/operators/testing/operators';

/** For any text in an address, the answer says what is wrong with it, and nothing of it is our fault. */
process.env.RATE_LIMIT_KEY_PER_MINUTE = '1000000';
process.env.RATE_LIMIT_ADDRESS_PER_MINUTE = '1000000';
const portal = testPortal();
let apiKey = '';
let owner: TestBrowser;

beforeAll(async () => {
  const merchant = await portal.newMerchant({ requestsPerMinute: 1_000_000 });
  apiKey = merchant.apiKey;
  const person = await addPerson(portal.db, { merchantId: merchant.merchantId });
  await makeOperator(portal.db, person);
  owner = await TestBrowser.of(person);
});

/** As they stand in an address, escaped. */
const odd = [
  ...['%00', 'a%00b', '%F0%9F', '%ED%A0%80', '%', '%zz', '%27%22%5C', '%F0%9F%92%A5', 'a'.repeat(9_000)],
  ...['-1', '1e400', '9'.repeat(19), '9'.repeat(20), '0x7f', 'NaN', 'n:', 'n:9', '%7B%7D', 'null'],
  ...['0000-01-01', '0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '1969-12-31T23:59:59Z', '9999-12-31T23:59:59Z'],
  ...['2026-02-30', '2026-02-30T00:00:00Z', '%2B275760-09-13T00:00:00Z', '2026-01-01T00:00:00%2B99:00'],
];

/** What the framework hands to a route of such a part of the path; it never comes to one that is no text. */
function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

const everyRoute = [...routes, ...deskRoutes, ...operatorRoutes, hooks].flatMap((one) =>
  methods.flatMap((method) => {
    const handler: RouteHandler = one[method];
    const isStream = handler.streams !== undefined;
    const isHook = handler.path.startsWith('/api/hooks/') && (method === 'GET' || method === 'POST');
    return handler.operation || isStream || isHook ? [{ method, path: handler.path, handler }] : [];
  }),
);
const namesOf = (schema: unknown) => Object.keys(Object(Object(schema).shape));
const queryNames = [...new Set(everyRoute.flatMap((one) => namesOf(one.handler.operation?.descriptor.query)))];

async function send({ method, handler }: (typeof everyRoute)[number], params: Record<string, string>, query: string) {
  const descriptor = handler.operation?.descriptor ?? handler.streams;
  const keyed = typeof descriptor?.permission === 'object' && 'scope' in descriptor.permission;
  const body = method === 'GET' || method === 'DELETE' ? undefined : {};
  if (!keyed) return owner.send(handler, { method, params, query, body });
  const path = handler.path.replaceAll(/\{(\w+)\}/g, (_all, name) => encodeURIComponent(params[name] ?? ''));
  return call(handler, { method, path: `${path}${query}`, apiKey, params, body });
}

async function expectNoFault(answer: Response, sent: string): Promise<void> {
  const isProblem = answer.headers.get('content-type') === 'application/problem+json';
  expect([sent, answer.status < 500 || answer.status === 503, answer.status < 400 || isProblem]).toEqual([
    sent,
    true,
    true,
  ]);
  await answer.body?.cancel();
}

/** Each name is asked with every fourth text, another fourth for the next one; in a deep run with all of them. */
const textsFor = (turn: number) => byDepth({ quick: odd.filter((_, index) => index % 4 === turn % 4), deep: odd });

const withNames = everyRoute.filter(({ path }) => path.includes('{')).map((one, index) => ({ ...one, index }));

test.each(withNames)('$method $path, in its path', async ({ index, ...one }) => {
  const names = [...one.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  for (const [turn, name] of names.entries()) {
    for (const text of textsFor(index + turn).flatMap((value) => decoded(value) ?? [])) {
      const known = { id: 'x', token: 'x', dialect: 'nitro', source: 'x' };
      await expectNoFault(await send(one, { ...known, [name]: text }, ''), `${name}=${text.slice(0, 40)}`);
    }
  }
});

const params = { id: 'x', token: 'x', dialect: 'nitro', source: 'x' };

test.each(everyRoute.map((one, index) => ({ ...one, index })))(
  '$method $path, in its query',
  async ({ index, ...one }) => {
    const own = namesOf(one.handler.operation?.descriptor.query);
    for (const [turn, name] of (one.handler.streams ? queryNames : own).entries()) {
      for (const text of textsFor(index + turn)) {
        await expectNoFault(await send(one, params, `?${name}=${text}`), `${name}=${text.slice(0, 40)}`);
      }
    }
  },
);

/** Every route reads its query in the same place, so each is asked with another text, and all texts come up. */
test('a name that a route does not know is no fault of ours either', async () => {
  expect(everyRoute.length).toBeGreaterThan(odd.length);
  for (const [index, one] of everyRoute.entries()) {
    const text = odd[index % odd.length] ?? '';
    await expectNoFault(await send(one, params, `?unknown=${text}`), `${one.path}?unknown=${text.slice(0, 40)}`);
  }
});

test.each(['%F0%9F', '%ED%A0%80', '%', '%zz', 'a%C3'])(
  'a query that is no text is refused with its name: %s',
  async (text) => {
    const listing = everyRoute.find(({ method, path }) => method === 'GET' && path === '/api/v1/payouts');
    const one = listing ?? expect.unreachable();
    for (const [query, field] of [
      [`?reference=${text}`, 'reference'],
      [`?${text}=1`, 'query'],
    ] as const) {
      const answer = await send(one, {}, query);
      expect([answer.status, await answer.json()]).toMatchObject([422, { code: 'invalid_request', field }]);
    }
  },
);
