import { expect, test } from 'vitest';
import * as settings from '@/app/api/v1/order-settings/route';
import { addPerson } from '@/lib/access/testing/people';
import { TestBrowser } from '@/lib/http/testing/test-browser';
import { call, testPortal } from '@/lib/http/testing/test-portal';
import { readWaits } from './settings';

const portal = testPortal();
const day = 86_400;
const own = { grace_days: 10, categories: { digital: 2, furniture: 28 }, dispute_days: 7 };

async function answerOf(apiKey: string, body?: object) {
  const answer = await call(body ? settings.PUT : settings.GET, { method: body ? 'PUT' : 'GET', apiKey, body });
  return { status: answer.status, body: await answer.json() };
}

test('orders wait 14 days, digital ones 3, until their merchant says otherwise; another merchant keeps its own', async () => {
  const { merchantId, apiKey } = await portal.newMerchant();
  const other = await portal.newMerchant();
  const usual = { graceSeconds: 14 * day, disputeSeconds: 14 * day };
  expect(await readWaits(portal.db, merchantId, null)).toEqual(usual);
  expect(await readWaits(portal.db, merchantId, 'digital')).toEqual({ ...usual, graceSeconds: 3 * day });
  expect(await answerOf(apiKey, own)).toEqual({ status: 200, body: own });
  expect((await answerOf(apiKey)).body).toEqual(own);
  expect(await readWaits(portal.db, merchantId, 'furniture')).toEqual({
    graceSeconds: 28 * day,
    disputeSeconds: 7 * day,
  });
  expect((await readWaits(portal.db, merchantId, 'toString')).graceSeconds).toBe(10 * day);
  expect(await readWaits(portal.db, other.merchantId, 'digital')).toEqual({ ...usual, graceSeconds: 3 * day });
});

test('a change is audited as it was and as it is', async () => {
  const { merchantId, apiKey } = await portal.newMerchant();
  await answerOf(apiKey, own);
  const lines = await portal.sql`select before, after from audit_lines
    where merchant_id = ${merchantId} and action = 'settings.orders_saved'`;
  expect(lines).toEqual([{ before: { grace_days: 14, categories: { digital: 3 }, dispute_days: 14 }, after: own }]);
});

test.each([
  ['a day that is none', { ...own, grace_days: -1 }],
  ['part of a day', { ...own, grace_days: 1.5 }],
  ['more than 180 days', { ...own, categories: { slow: 181 } }],
  ['no alarm at all', { ...own, dispute_days: 0 }],
  ['a category that nobody could type', { ...own, categories: { 'a\u200bb': 3 } }],
])('%s is refused', async (_what, body) => {
  const { apiKey } = await portal.newMerchant();
  expect((await answerOf(apiKey, body)).status).toBe(422);
});

test('a key that only reads changes nothing', async () => {
  const { apiKey } = await portal.newMerchant({ scopes: ['payouts:read'] });
  expect((await answerOf(apiKey, own)).status).toBe(403);
  expect((await answerOf(apiKey)).status).toBe(200);
});

test.each([
  ['owner', true, 200],
  ['owner', false, 403],
  ['viewer', true, 403],
] as const)('at the desk the role %s, confirmed %s, is answered %i', async (role, steppedUp, status) => {
  const { merchantId } = await portal.newMerchant();
  const browser = await TestBrowser.of(await addPerson(portal.db, { merchantId, role, steppedUp }));
  expect((await browser.send(settings.PUT, { method: 'PUT', body: own })).status).toBe(status);
  expect((await browser.send(settings.GET)).status).toBe(200);
});
