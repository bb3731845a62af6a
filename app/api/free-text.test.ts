import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deskRoutes } from '@/app/api/desk/routes';
import { operatorRoutes } from '@/app/api/operator/routes';
import { routes } from '@/app/api/v1/routes';
import { addPerson, type TestPerson } from '@/lib/access/testing/people';
import { methods } from '@/lib/http/pipeline/resource';
import { TestBrowser } from '@/lib/http/testing/test-browser';
import { call, type TestMerchant, testPortal } from '@/lib/http/testing/test-portal';
import { idPrefixes } from '@/lib/kernel/ids';
import { makeOperator } from '@/lib/operators/testing/operators';
import * as deskPayouts from './desk/payouts/route';
import * as payouts from './v1/payouts/route';

/** Text that PostgreSQL can hold neither as text nor as JSON is refused at its field, and never ends as a 500. */
const portal = testPortal();
let shop: TestMerchant;
let owner: TestPerson;

beforeAll(async () => {
  shop = await portal.newMerchant();
  owner = await addPerson(portal.db, { merchantId: shop.merchantId });
  await makeOperator(portal.db, owner);
});
beforeEach(() => portal.sql`truncate rate_counts`);

/** As they travel: JSON can spell what no valid text contains. */
const spellings = [
  ['a NUL', String.raw`\u0000`],
  ['the first half of a pair', String.raw`\ud83d`],
  ['the second half of a pair', String.raw`x\ude00`],
] as const;

const good = { amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'anyone' }, reference: 'order-1' };
const hole = '<hole>';
const places: [string, object, string][] = [
  ['the reference', { reference: hole }, 'reference'],
  ['the description', { description: hole }, 'description'],
  ['the return address', { return_url: `https://shop.example/${hole}` }, 'return_url'],
  ['the asset', { asset: hole }, 'asset'],
  ['the amount', { amount: hole }, 'amount'],
  ['a text of metadata', { metadata: { order: hole } }, 'metadata.order'],
];

describe.each(spellings)('%s', (_name, spelling) => {
  const written = (given: object) => JSON.stringify({ ...good, ...given }).replaceAll(hole, spelling);

  test.each(places)('in %s is refused there, by the API and at the desk', async (_place, given, field) => {
    const body = written(given);
    const answers = [
      await call(payouts.POST, { method: 'POST', apiKey: shop.apiKey, body }),
      await (await TestBrowser.of(owner)).send(deskPayouts.POST, {
        ...{ method: 'POST', body, headers: { 'content-type': 'application/json' } },
      }),
    ];
    for (const answer of answers) {
      const { code, field: told, detail } = await answer.json();
      expect([answer.status, code, told]).toEqual([422, 'invalid_request', field]);
      expect(detail).toBe(`${field} contains characters that cannot be stored.`);
    }
  });

  test('in a name of metadata is refused as well', async () => {
    const answer = await call(payouts.POST, {
      ...{ method: 'POST', apiKey: shop.apiKey, body: written({ metadata: { [hole]: 'x' } }) },
    });
    expect([answer.status, (await answer.json()).field]).toEqual([422, 'metadata']);
  });
});

test('names that mean something to JavaScript are names like others', async () => {
  const metadata = '{"constructor":"a","toString":"b"}';
  const body = JSON.stringify({ ...good, reference: 'named', metadata: hole }).replace(`"${hole}"`, metadata);
  const answer = await call(payouts.POST, { method: 'POST', apiKey: shop.apiKey, body });
  expect([answer.status, (await answer.json()).metadata]).toEqual([201, { constructor: 'a', toString: 'b' }]);
});

test('however one reference is spelled, it makes one payout; what cannot be seen is refused with its place', async () => {
  const create = (reference: string) =>
    call(payouts.POST, { method: 'POST', apiKey: shop.apiKey, body: { ...good, reference } });
  const first = await (await create('Café 7')).json();
  for (const spelling of [' Café 7', 'Cafe\u0301 7', 'Café\u00a07', 'Café  7 ']) {
    const answer = await create(spelling);
    expect([answer.status, (await answer.json()).code]).toEqual([409, 'reference_taken']);
  }
  for (const spelling of ['Café\u200b 7', 'Café\u202e 7', '\u2066Café 7', 'Café\u00ad 7']) {
    const answer = await create(spelling);
    const { code, detail } = await answer.json();
    expect([answer.status, code]).toEqual([422, 'invalid_request']);
    expect(detail).toMatch(
      /^reference contains .* \(U\+[0-9A-F]{4}\) (after "Café"|at its beginning); leave it out\.$/,
    );
  }
  const found = await call(payouts.GET, { path: '/?reference=Cafe%CC%81%207', apiKey: shop.apiKey });
  expect((await found.json()).data.map(({ id }: { id: string }) => id)).toEqual([first.id]);
});

/** An id that this operation takes for one, of any kind. */
function idFor(params: { safeParse(value: unknown): { success: boolean } } | undefined): string {
  const ids = Object.values(idPrefixes).map((prefix) => `${prefix}_${'0'.repeat(26)}`);
  return ids.find((id) => params?.safeParse({ id }).success) ?? '';
}

const withBody = [...routes, ...deskRoutes, ...operatorRoutes].flatMap((one) =>
  methods.flatMap((method) => {
    const { operation, path } = one[method];
    const { permission, body, params } = operation?.descriptor ?? {};
    const asks = typeof permission === 'object' && body !== undefined;
    return asks ? [{ method, path, handler: one[method], byKey: 'scope' in permission, id: idFor(params) }] : [];
  }),
);

test.each(withBody)('$method $path refuses it, before anything else is said of the body', async (one) => {
  const { method, handler, byKey, id } = one;
  const sent = { method, body: '{"note":"\\u0000"}', params: { id } };
  const answer = byKey
    ? await call(handler, { ...sent, apiKey: shop.apiKey })
    : await (await TestBrowser.of(owner)).send(handler, { ...sent, headers: { 'content-type': 'application/json' } });
  const { code, detail } = await answer.json();
  expect([code, detail]).toEqual(['invalid_request', 'note contains characters that cannot be stored.']);
});
