import { and, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { auditLines, deliveries, endpoints as endpointRows, merchants } from '@/db/schema';
import { type Role, roles } from '@/db/vocabulary/people';
import { addMerchant, addPerson, contextOf, type TestPerson } from '@/lib/access/testing/people';
import type { RouteHandler } from '@/lib/http/pipeline/resource';
import { type Sent, TestBrowser } from '@/lib/http/testing/test-browser';
import { testPortal } from '@/lib/http/testing/test-portal';
import { listEndpoints, updateEndpoint } from '@/lib/webhooks/endpoints/endpoints';
import { resendExhausted } from '@/lib/webhooks/sending/resend-exhausted';
import { writeDelivery, writeEvent } from '@/lib/webhooks/testing/told';
import * as resendDelivery from './deliveries/[id]/resend/route';
import * as delivery from './deliveries/[id]/route';
import * as resendRange from './endpoints/[id]/resend/route';
import * as resendGivenUp from './endpoints/[id]/resend-exhausted/route';
import * as rotate from './endpoints/[id]/rotate-secret/route';
import * as endpoint from './endpoints/[id]/route';
import * as testEndpoint from './endpoints/[id]/test/route';
import * as verify from './endpoints/[id]/verify-sample/route';
import * as endpoints from './endpoints/route';

const portal = testPortal();
const url = 'https://93.184.215.14/hooks';
let merchantId = '';
let developer: TestPerson;
let browser: TestBrowser;

beforeEach(async () => {
  await portal.sql`truncate rate_counts`;
  merchantId = await addMerchant(portal.db);
  developer = await addPerson(portal.db, { merchantId, role: 'developer' });
  browser = await TestBrowser.of(developer);
});

const ctx = () => contextOf(portal.db, developer, () => new Date());
const post = (handler: RouteHandler, sent: Sent = {}, by = browser) => by.send(handler, { method: 'POST', ...sent });
const add = (change: object = {}, sent: Sent = {}, by = browser) =>
  post(endpoints.POST, { body: { url, ...change }, ...sent }, by);
const added = async (change: object = {}) => (await add(change)).json();
const patch = (id: string, body: object, by = browser) =>
  by.send(endpoint.PATCH, { method: 'PATCH', params: { id }, body });
const codeOf = async (answer: Response) => [answer.status, (await answer.json()).code];
const withRole = async (role: Role, steppedUp = true) =>
  TestBrowser.of(await addPerson(portal.db, { merchantId, role, steppedUp }));
const lines = (action: string) =>
  portal.db
    .select()
    .from(auditLines)
    .where(and(eq(auditLines.merchantId, merchantId), eq(auditLines.action, action)));
const owed = (id: string) => portal.db.select().from(deliveries).where(eq(deliveries.endpointId, id));

async function givenUp(endpointId: string, count: number): Promise<void> {
  for (let sequence = 1; sequence <= count; sequence++) {
    const at = new Date(Date.now() - 3_600_000);
    const eventId = await writeEvent(portal.db, { merchantId, sequence, at });
    await writeDelivery(portal.db, merchantId, { endpointId, eventId, status: 'exhausted', at });
  }
}

describe('adding', () => {
  test('answers the secret once, and says in the audit who did it and from where', async () => {
    const answer = await add({ description: 'Books' });
    expect(answer.status).toBe(201);
    const { secret, ...made } = await answer.json();
    expect(secret).toMatch(/^whsec_/);
    expect((await listEndpoints(ctx())).data).toEqual([made]);
    expect(await lines('endpoint.created')).toMatchObject([
      {
        subjectId: made.id,
        actorId: developer.userId,
        originAddress: '203.0.113.7',
        after: { url, description: 'Books' },
      },
    ]);
  });

  test('asked for twice by one press makes one endpoint, with the same secret', async () => {
    const headers = { 'idempotency-key': 'one-press' };
    const first = await (await add({}, { headers })).json();
    const second = await (await add({}, { headers })).json();
    expect(second).toEqual(first);
    expect((await listEndpoints(ctx())).data).toHaveLength(1);
  });

  test('goes on with the same name after a fresh proof was asked for', async () => {
    const headers = { 'idempotency-key': 'one-press' };
    const stale = await addPerson(portal.db, { merchantId, role: 'owner', steppedUp: false });
    const theirs = await TestBrowser.of(stale);
    expect(await codeOf(await add({}, { headers }, theirs))).toEqual([403, 'step_up_required']);
    await portal.sql`update sessions set stepped_up_at = now() where id = ${stale.sessionId}`;
    expect((await add({}, { headers }, theirs)).status).toBe(201);
  });

  test.each([
    [{ url: 'https://127.0.0.1/' }, 'target_refused', 'url'],
    [{ url: 'https://example.com/?a={x}', dialect: 's2s' }, 'target_refused', 'url'],
    [{ dialect: 'nitro', signing: 'ed25519' }, 'invalid_request', 'signing'],
    [{ events: [] }, 'invalid_request', 'events'],
    [{ headers: { Host: 'x' } }, 'invalid_request', 'headers.Host'],
    [{ retry_hours: null }, 'invalid_request', 'retry_hours'],
    [{ notice_email: 'nobody' }, 'invalid_request', 'notice_email'],
  ])('%j is refused at its field', async (change, code, field) => {
    const answer = await add(change);
    expect([answer.status, await answer.json()]).toMatchObject([422, { code, field }]);
    expect((await listEndpoints(ctx())).data).toEqual([]);
  });
});

describe('changing', () => {
  test('only what is given changes, and the audit keeps how it was', async () => {
    const { id } = await added({ description: 'Books', headers: { 'X-Key': 'hush' } });
    const answer = await patch(id, { description: 'Accounts', headers: { 'X-Other': 'hush' } });
    expect([answer.status, await answer.json()]).toMatchObject([
      200,
      { url, description: 'Accounts', headers: ['X-Other'] },
    ]);
    const [line] = await lines('endpoint.updated');
    expect(line).toMatchObject({
      before: { description: 'Books', headers: ['X-Key'] },
      after: { description: 'Accounts', headers: ['X-Other'] },
      detail: { headers_replaced: true },
    });
    expect(JSON.stringify([line?.before, line?.after, line?.detail])).not.toContain('hush');
  });

  test.each([
    { url: 'https://93.184.215.14/other' },
    { headers: {} },
    { notice_email: 'eve@evil.example' },
    { notice_email: null },
    { status: 'paused' },
    { events: ['payout.created'] },
    { retry_hours: 24 },
    { description: 'Ours', status: 'paused' },
  ])('who hears of payouts and of failures is changed with a fresh proof alone: %j', async (change) => {
    const { id } = await added();
    const before = (await listEndpoints(ctx())).data;
    const stale = await withRole('developer', false);
    expect(await codeOf(await patch(id, change, stale))).toEqual([403, 'step_up_required']);
    expect((await listEndpoints(ctx())).data).toEqual(before);
  });

  test('so is an endpoint deleted and its secret rotated; a description needs none', async () => {
    const { id } = await added();
    const stale = await withRole('developer', false);
    const refused = [403, 'step_up_required'];
    expect(await codeOf(await stale.send(endpoint.DELETE, { method: 'DELETE', params: { id } }))).toEqual(refused);
    expect(await codeOf(await post(rotate.POST, { params: { id }, body: {} }, stale))).toEqual(refused);
    expect((await patch(id, { description: 'Ours' }, stale)).status).toBe(200);
    expect((await listEndpoints(ctx())).data).toMatchObject([{ url, status: 'active', rotation: null }]);
  });

  test('a rotation asked for twice by one press makes one secret', async () => {
    const { id, secret } = await added();
    const sent = { params: { id }, body: { overlap_seconds: 60 }, headers: { 'idempotency-key': 'one-press' } };
    const first = await (await post(rotate.POST, sent)).json();
    expect(first.secret).not.toBe(secret);
    expect(await (await post(rotate.POST, sent)).json()).toMatchObject({ secret: first.secret });
    expect(await lines('endpoint.secret_rotated')).toHaveLength(1);
  });

  test('a deleted endpoint is gone, and its last state is in the audit', async () => {
    const { id } = await added();
    expect((await browser.send(endpoint.DELETE, { method: 'DELETE', params: { id } })).status).toBe(204);
    expect((await listEndpoints(ctx())).data).toEqual([]);
    expect(await lines('endpoint.deleted')).toMatchObject([{ subjectId: id, before: { url } }]);
  });
});

describe('sending', () => {
  test('a test makes a delivery whose way can be followed', async () => {
    const { id } = await added();
    const answer = await post(testEndpoint.POST, { params: { id }, body: { status: 'failed' } });
    expect(answer.status).toBe(201);
    const made = await answer.json();
    expect(made).toMatchObject({ endpoint: id, event: { test: true, type: 'payout.failed' }, status: 'pending' });
    const read = await browser.send(delivery.GET, { params: { id: made.id } });
    expect(await read.json()).toEqual({ ...made, log: [] });
  });

  test('a paused endpoint gets no test, and says so', async () => {
    const { id } = await added();
    await updateEndpoint(ctx(), id, { status: 'paused' });
    expect(await codeOf(await post(testEndpoint.POST, { params: { id }, body: {} }))).toEqual([409, 'endpoint_state']);
  });

  test('one press sends everything again that was given up, and nothing else', async () => {
    const { id } = await added();
    await givenUp(id, 3);
    const taken = await writeEvent(portal.db, { merchantId, sequence: 9, at: new Date() });
    await writeDelivery(portal.db, merchantId, { endpointId: id, eventId: taken, status: 'delivered', at: new Date() });
    const never = await writeEvent(portal.db, { merchantId, sequence: 10, at: new Date() });
    const answer = await post(resendGivenUp.POST, { params: { id } });
    expect([answer.status, await answer.json()]).toEqual([200, { queued: 3, more: false }]);
    const rows = await owed(id);
    expect(rows.filter(({ status, tries }) => status === 'pending' && tries === 0)).toHaveLength(3);
    expect(rows.filter(({ status }) => status === 'delivered')).toHaveLength(1);
    expect(rows.some(({ eventId }) => eventId === never)).toBe(false);
    expect(await lines('endpoint.resent')).toMatchObject([{ subjectId: id, detail: { only: 'exhausted', queued: 3 } }]);
    expect(await (await post(resendGivenUp.POST, { params: { id } })).json()).toEqual({ queued: 0, more: false });
    expect(await lines('endpoint.resent')).toHaveLength(1);
  });

  test('more than one batch goes on where it stopped until all are queued', async () => {
    const { id } = await added();
    await givenUp(id, 5);
    const answers = [await resendExhausted(ctx(), id, 2), await resendExhausted(ctx(), id, 2)];
    expect(answers).toEqual([
      { queued: 2, more: true },
      { queued: 2, more: true },
    ]);
    expect(await resendExhausted(ctx(), id, 2)).toEqual({ queued: 1, more: false });
  });

  test('one delivery and a range of time can be sent again', async () => {
    const { id } = await added();
    await givenUp(id, 2);
    const [first] = await owed(id);
    const one = await post(resendDelivery.POST, { params: { id: first?.id ?? '' } });
    expect([one.status, await one.json()]).toMatchObject([200, { id: first?.id, status: 'pending' }]);
    const body = { from: new Date(0).toISOString() };
    const range = await post(resendRange.POST, { params: { id }, body });
    expect([range.status, await range.json()]).toEqual([200, { queued: 2, next_after: null }]);
    const wrong = { from: '2026-02-01T00:00:00.000Z', to: '2026-01-01T00:00:00.000Z' };
    const refused = await post(resendRange.POST, { params: { id }, body: wrong });
    expect([refused.status, await refused.json()]).toMatchObject([422, { field: 'to' }]);
  });

  test('a message is explained in test mode only', async () => {
    const { id } = await added();
    const sent = { params: { id }, body: { body: '{}' } };
    expect(await (await post(verify.POST, sent)).json()).toMatchObject({ matches: null });
    await portal.db.update(merchants).set({ testMode: false }).where(eq(merchants.id, merchantId));
    expect(await codeOf(await post(verify.POST, sent))).toEqual([403, 'test_mode_only']);
  });
});

describe('as the permission table says', () => {
  test.each(roles)('a %s changes webhooks or does not', async (role) => {
    const { id } = await added();
    await givenUp(id, 1);
    const as = await withRole(role);
    const may = role === 'owner' || role === 'developer';
    expect((await add({}, {}, as)).status).toBe(may ? 201 : 403);
    expect((await patch(id, { status: 'paused' }, as)).status).toBe(may ? 200 : 403);
    expect((await post(rotate.POST, { params: { id }, body: {} }, as)).status).toBe(may ? 200 : 403);
    expect((await post(resendGivenUp.POST, { params: { id } }, as)).status).toBe(may ? 200 : 403);
    const [first] = await owed(id);
    expect((await as.send(delivery.GET, { params: { id: first?.id ?? '' } })).status).toBe(200);
  });

  test('nobody of another merchant sees or moves anything', async () => {
    const { id } = await added();
    await givenUp(id, 1);
    const stranger = await TestBrowser.of(await addPerson(portal.db, { merchantId: await addMerchant(portal.db) }));
    const [first] = await owed(id);
    const params = { id: first?.id ?? '' };
    expect(await codeOf(await stranger.send(delivery.GET, { params }))).toEqual([404, 'not_found']);
    expect(await codeOf(await post(resendDelivery.POST, { params }, stranger))).toEqual([404, 'not_found']);
    expect(await codeOf(await post(resendGivenUp.POST, { params: { id } }, stranger))).toEqual([404, 'not_found']);
    expect(await codeOf(await patch(id, { status: 'paused' }, stranger))).toEqual([404, 'not_found']);
    expect(await owed(id)).toEqual([first]);
    const [row] = await portal.db.select().from(endpointRows).where(eq(endpointRows.id, id));
    expect(row).toMatchObject({ status: 'active', deletedAt: null });
  });
});
