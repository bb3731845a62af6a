import { and, eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import * as rules from '@/app/api/desk/approval-rules/route';
import * as approvals from '@/app/api/desk/approvals/route';
import * as claim from '@/app/api/v1/claims/[token]/route';
import * as apiPayouts from '@/app/api/v1/payouts/route';
import { approvals as approvalRows, auditLines, payouts as rows } from '@/db/schema';
import { addPerson, type TestPerson } from '@/lib/access/testing/people';
import { TestBrowser } from '@/lib/http/testing/test-browser';
import { call, type TestMerchant, testPortal } from '@/lib/http/testing/test-portal';
import * as approve from './[id]/approve/route';
import * as link from './[id]/link/route';
import * as preview from './preview/route';
import * as payouts from './route';

/** Payouts that people make at the desk, by the routes that its pages use. */
const portal = testPortal();
let shop: TestMerchant;
let maker: TestPerson;
let browser: TestBrowser;

beforeEach(async () => {
  await portal.sql`truncate rate_counts`;
  shop = await portal.newMerchant();
  maker = await hire('owner');
  browser = await TestBrowser.of(maker);
});

const recipient = { type: 'wallet', address: '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC' } as const;
const wanted = { amount: '25.00', asset: 'USDT', chain: 'local', recipient, reference: 'desk-1' };
const hire = (role: TestPerson['role']) => addPerson(portal.db, { merchantId: shop.merchantId, role });
const post = (body: object, key?: string, by = browser) =>
  by.send(payouts.POST, { method: 'POST', body, headers: key === undefined ? {} : { 'idempotency-key': key } });
const made = async (given: object = {}) => (await post({ ...wanted, ...given })).json();
const problemOf = async (answer: Response) => {
  const { code, field } = await answer.json();
  return [answer.status, code, field];
};
const statusOf = async (url: string) => {
  const token = url.split('/p/')[1] ?? '';
  return (await call(claim.GET, { path: `/api/v1/claims/${token}`, params: { token } })).status;
};
const all = () => portal.db.select().from(rows).where(eq(rows.merchantId, shop.merchantId));
const linesOn = (id: string) =>
  portal.db
    .select()
    .from(auditLines)
    .where(and(eq(auditLines.merchantId, shop.merchantId), eq(auditLines.subjectId, id)))
    .orderBy(auditLines.id);
const askFor = (given: object) =>
  browser.send(rules.PUT, {
    method: 'PUT',
    body: { chain: 'local', asset: 'USDT', one_from: null, two_from: null, new_destination: false, ...given },
  });

async function consent(person: TestPerson, id: string) {
  const by = await TestBrowser.of(person);
  const { data } = await (await by.send(approvals.GET)).json();
  const [waiting] = data.filter((one: { payout: { id: string } }) => one.payout.id === id);
  return by.send(approve.POST, { method: 'POST', params: { id }, body: { digest: waiting?.approval.digest } });
}

test('what a member makes is theirs: they are its maker, and the audit has who, from where and what', async () => {
  const answer = await post(wanted);
  expect(answer.status).toBe(201);
  const { id, claim_url, ...payout } = await answer.json();
  expect(payout).toMatchObject({ status: 'pending', amount: '25.00', fee: '0.50', net: '24.50', recipient });
  expect(await statusOf(claim_url)).toBe(200);
  expect(await all()).toMatchObject([{ id, createdBy: maker.userId }]);
  const lines = await linesOn(id);
  expect(lines).toMatchObject([
    {
      ...{ action: 'payout.created', actorKind: 'user', actorId: maker.userId, originAddress: '203.0.113.7' },
      ...{ before: null, after: { to: recipient.address, amount: '25.00', net: '24.50', approvals_needed: 0 } },
    },
  ]);
  expect(JSON.stringify(lines.map(({ after, detail }) => [after, detail]))).not.toContain(claim_url.split('/p/')[1]);
});

test('what a server makes has no maker in the team', async () => {
  const answer = await call(apiPayouts.POST, { method: 'POST', apiKey: shop.apiKey, body: wanted });
  const { id } = await answer.json();
  expect(await all()).toMatchObject([{ id, createdBy: null }]);
  expect(await linesOn(id)).toMatchObject([{ actorKind: 'api_key', actorId: shop.keyId }]);
});

test('a repetition of a lost answer is one payout, and only the link that was seen works', async () => {
  const lost = await (await post(wanted, 'one')).json();
  const seen = await (await post(wanted, 'one')).json();
  expect(seen.id).toBe(lost.id);
  expect(await all()).toHaveLength(1);
  expect([await statusOf(lost.claim_url), await statusOf(seen.claim_url)]).toEqual([404, 200]);
  expect((await linesOn(seen.id)).map(({ action }) => action)).toEqual(['payout.created', 'payout.link_reissued']);
});

test('two at the same moment are one payout', async () => {
  const answers = await Promise.all([post(wanted, 'one'), post(wanted, 'one')]);
  const [first, second] = await Promise.all(answers.map((answer) => answer.json()));
  expect(first.id).toBe(second.id);
  expect(await all()).toHaveLength(1);
});

test('a repetition is of the same person, with the same key, for the same thing', async () => {
  const { id } = await (await post(wanted, 'one')).json();
  const colleague = await TestBrowser.of(await hire('owner'));
  const taken = [409, 'reference_taken', 'reference'];
  expect(await problemOf(await post({ ...wanted, amount: '26.00' }, 'one'))).toEqual(taken);
  expect(await problemOf(await post(wanted, 'two'))).toEqual(taken);
  expect(await problemOf(await post(wanted))).toEqual(taken);
  expect(await problemOf(await post(wanted, 'one', colleague))).toEqual(taken);
  expect(await all()).toMatchObject([{ id, gross: 25_000_000n }]);
});

const anyone = { type: 'anyone' };
test.each([
  ['an amount with a comma', { amount: '25,00' }, 'amount_malformed', 'amount'],
  ['an amount with more decimals than there are', { amount: '1.0000001' }, 'amount_too_precise', 'amount'],
  ['too little', { amount: '0.49' }, 'amount_too_small', 'amount'],
  ['too much', { amount: '1000.01' }, 'amount_too_large', 'amount'],
  ['an asset that is not set up', { asset: 'USDC' }, 'asset_unavailable', 'asset'],
  [
    'a wrong checksum',
    { recipient: { ...recipient, address: recipient.address.replace('C', 'c') } },
    'address_refused',
    'recipient.address',
  ],
  ['a payment by hand to anyone', { rail: 'wallet', recipient: anyone }, 'recipient_unsupported', 'recipient.type'],
  ['half an address', { recipient: { ...recipient, address: '0x12' } }, 'invalid_request', 'recipient.address'],
])('%s is refused at its field, by the form and by its preview', async (_name, given, code, field) => {
  expect(await problemOf(await post({ ...wanted, ...given }))).toEqual([422, code, field]);
  const { reference: _none, ...body } = { ...wanted, ...given };
  expect(await problemOf(await browser.send(preview.POST, { method: 'POST', body }))).toEqual([422, code, field]);
  expect(await all()).toEqual([]);
});

test('a preview says what it will cost and who must approve, also while no network answers, and makes nothing', async () => {
  await askFor({ two_from: '25.00' });
  const { reference: _none, ...body } = { ...wanted, fee_payer: 'merchant' };
  const answer = await browser.send(preview.POST, { method: 'POST', body });
  expect(await answer.json()).toEqual({
    ...{
      net: '25.00',
      fee: '0.50',
      total: '25.50',
      approvals_needed: 2,
      vault: null,
      approvers: 0,
      paid_before: false,
      notes: null,
      sending_waits: null,
      network_cost: null,
    },
  });
  expect(await all()).toEqual([]);
});

test('the maker of a payout cannot approve it, and another member can', async () => {
  await askFor({ one_from: '10.00' });
  const payout = await made();
  expect(payout.status).toBe('awaiting_approval');
  expect(await problemOf(await consent(maker, payout.id))).toEqual([403, 'approval_own', undefined]);
  expect(await portal.db.select().from(approvalRows).where(eq(approvalRows.payoutId, payout.id))).toEqual([]);
  const answer = await consent(await hire('approver'), payout.id);
  expect([answer.status, (await answer.json()).status]).toEqual([200, 'pending']);
});

test('where two are needed, the maker is neither of them', async () => {
  await askFor({ two_from: '10.00' });
  const { id } = await made();
  expect((await (await consent(await hire('approver'), id)).json()).status).toBe('awaiting_approval');
  expect(await problemOf(await consent(maker, id))).toEqual([403, 'approval_own', undefined]);
  expect((await (await consent(await hire('owner'), id)).json()).status).toBe('pending');
});

test('an amount that changed while it was looked at needs to be looked at again', async () => {
  await askFor({ one_from: '10.00' });
  const { id } = await made();
  const approver = await hire('approver');
  const by = await TestBrowser.of(approver);
  const [{ approval }] = (await (await by.send(approvals.GET)).json()).data;
  await portal.sql`update payouts set gross = 89500000 + fee, net = 89500000 where id = ${id}`;
  const stale = await by.send(approve.POST, { method: 'POST', params: { id }, body: { digest: approval.digest } });
  expect(await problemOf(stale)).toEqual([409, 'approval_changed', undefined]);
  expect((await (await consent(approver, id)).json()).status).toBe('pending');
});

test('the link of a payout that waits for approval is not replaced, and opens once it is approved', async () => {
  await askFor({ one_from: '10.00' });
  const { id, claim_url } = await made();
  const replaced = await browser.send(link.POST, { method: 'POST', params: { id }, body: {} });
  expect(await problemOf(replaced)).toEqual([409, 'payout_state', undefined]);
  expect(await statusOf(claim_url)).toBe(200);
});
