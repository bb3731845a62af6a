import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addPerson, type TestPerson } from '@/lib/access/testing/people';
import { deskHeader } from '@/lib/http/identity/same-origin';
import { TestBrowser } from '@/lib/http/testing/test-browser';
import { testPortal } from '@/lib/http/testing/test-portal';
import { type DeskOperation, everyOperation, operations } from './testing/operations';

/** What a page that is not ours, or no longer shows this merchant, can make a signed-in owner's browser do: nothing. */
const portal = testPortal();
let owner: TestPerson;
let elsewhere: string;

beforeAll(async () => {
  owner = await addPerson(portal.db, await portal.newMerchant());
  elsewhere = (await portal.newMerchant()).merchantId;
});
beforeEach(() => portal.sql`truncate rate_counts`);

const sent = ({ method }: DeskOperation) => ({
  method,
  params: { id: 'any' },
  body: method === 'GET' ? undefined : {},
});
const codeOf = async (answer: Response) => [answer.status, (await answer.json()).code];

describe('a page of another site', () => {
  const disguises: [string, Record<string, string | null>][] = [
    ['says where it is', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['is on a sibling host', { origin: 'http://evil.localhost:3000', 'sec-fetch-site': 'same-site' }],
    ['hides its origin', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    ['says half of it', { origin: null, 'sec-fetch-site': 'cross-site' }],
  ];
  test.each(everyOperation)('gets nothing of $name with the owner’s cookie', async (one) => {
    const browser = await TestBrowser.of(owner);
    for (const [, headers] of disguises) {
      const answer = await browser.send(one.handler, { ...sent(one), headers });
      expect(await codeOf(answer)).toEqual([403, 'cross_site_refused']);
    }
  });

  test.each(everyOperation.filter(({ method }) => method !== 'GET'))('cannot send $name as a form', async (one) => {
    const browser = await TestBrowser.of(owner);
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x', null]) {
      const headers = { 'content-type': type, [deskHeader]: null };
      const answer = await browser.send(one.handler, { ...sent(one), body: 'role=owner', headers });
      expect(await codeOf(answer)).toEqual([403, 'cross_site_refused']);
    }
  });

  test.each(everyOperation.filter(({ method }) => method !== 'GET'))(
    'cannot be silent about itself to $name',
    async (one) => {
      const headers = { origin: null, 'sec-fetch-site': null };
      const answer = await (await TestBrowser.of(owner)).send(one.handler, { ...sent(one), headers });
      expect(await codeOf(answer)).toEqual([403, 'cross_site_refused']);
    },
  );
});

test.each(operations)('a page that shows another merchant is refused by $name', async (one) => {
  const headers = { 'x-drawbridge-merchant': elsewhere };
  const answer = await (await TestBrowser.of(owner)).send(one.handler, { ...sent(one), headers });
  expect(await codeOf(answer)).toEqual([409, 'merchant_changed']);
});
