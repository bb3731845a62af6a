import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { auditLines, breakers, deliveries, endpoints } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import type { Scope } from '@/db/vocabulary/people';
import type { Context } from '@/lib/access/actor';
import { systemClock } from '@/lib/kernel/clock';
import { fanOut } from '@/lib/webhooks/events/fan-out';
import { emitOne, makeMerchant, systemContext } from '@/lib/webhooks/testing/fixtures';
import { auditOf, writeDelivery, writeEvent } from '@/lib/webhooks/testing/told';
import { createEndpoint } from './add-endpoint';
import { deleteEndpoint, listEndpoints, updateEndpoint, viewEndpoint } from './endpoints';
import { unsealHeaders } from './own-headers';
import { createdEndpointAnswer, createEndpointBody, endpointAnswer, updateEndpointBody } from './schema';

const database = testDatabase();
const everyScope: Scope[] = ['webhooks:read', 'webhooks:write'];
let merchantId: string;

beforeEach(async () => {
  merchantId = await makeMerchant(database.db);
});

function as(merchant: string, scopes: Scope[] = everyScope): Context {
  const actor = { kind: 'api_key', keyId: 'key_test', merchantId: merchant, scopes } as const;
  return { ...systemContext(database.db, systemClock), actor };
}

const body = (change: object = {}) => createEndpointBody.parse({ url: 'https://93.184.215.14/hooks', ...change });

test('a new endpoint answers with its secret, and no later answer has it', async () => {
  const made = await createEndpoint(as(merchantId), body({ description: 'Books' }));
  expect(createdEndpointAnswer.parse(made)).toEqual(made);
  expect(made).toMatchObject({ events: ['*'], dialect: 'standard', status: 'active', description: 'Books' });
  const { secret, ...rest } = made;
  expect(await viewEndpoint(as(merchantId), made.id)).toEqual(rest);
  expect(await listEndpoints(as(merchantId))).toEqual({ data: [rest] });
  expect(endpointAnswer.strict().parse(await updateEndpoint(as(merchantId), made.id, {}))).toEqual(rest);
  expect(secret).toMatch(/^whsec_/);
});

test.each([
  ...['http://93.184.215.14/', 'https://127.0.0.1/', 'https://user@93.184.215.14/', 'http://127.0.0.1:4002/'],
  ...['not an address', 'ftp://example.com'],
])('%s is refused when saved and when changed', async (url) => {
  await expect(createEndpoint(as(merchantId), body({ url }))).rejects.toMatchObject({ code: 'target_refused' });
  const made = await createEndpoint(as(merchantId), body());
  await expect(updateEndpoint(as(merchantId), made.id, { url })).rejects.toMatchObject({ code: 'target_refused' });
  expect(await viewEndpoint(as(merchantId), made.id)).toMatchObject({ url: 'https://93.184.215.14/hooks' });
});

test('only what is given changes', async () => {
  const { id } = await createEndpoint(as(merchantId), body({ description: 'Books' }));
  await updateEndpoint(as(merchantId), id, updateEndpointBody.parse({ events: ['payout.completed'] }));
  const after = await updateEndpoint(as(merchantId), id, updateEndpointBody.parse({ status: 'paused' }));
  expect(after).toMatchObject({ events: ['payout.completed'], status: 'paused', description: 'Books' });
  expect(await updateEndpoint(as(merchantId), id, { description: null })).toMatchObject({ description: null });
});

test("another merchant's endpoint is not there", async () => {
  const { id } = await createEndpoint(as(merchantId), body());
  const other = as(await makeMerchant(database.db));
  await expect(viewEndpoint(other, id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(updateEndpoint(other, id, { status: 'paused' })).rejects.toMatchObject({ code: 'not_found' });
  await expect(updateEndpoint(other, id, {})).rejects.toMatchObject({ code: 'not_found' });
  await expect(deleteEndpoint(other, id)).rejects.toMatchObject({ code: 'not_found' });
  expect(await listEndpoints(other)).toEqual({ data: [] });
  expect(await viewEndpoint(as(merchantId), id)).toMatchObject({ status: 'active' });
});

test('a key without the scope may not look or change', async () => {
  const { id } = await createEndpoint(as(merchantId), body());
  const reader = as(merchantId, ['webhooks:read']);
  await expect(createEndpoint(reader, body())).rejects.toMatchObject({ code: 'forbidden' });
  await expect(updateEndpoint(reader, id, {})).rejects.toMatchObject({ code: 'forbidden' });
  await expect(deleteEndpoint(reader, id)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(listEndpoints(as(merchantId, ['webhooks:write']))).rejects.toMatchObject({ code: 'forbidden' });
});

test('a deleted endpoint is gone, and what it still had to get is called off', async () => {
  const { id } = await createEndpoint(as(merchantId), body());
  await emitOne(systemContext(database.db, systemClock), merchantId);
  await fanOut(systemContext(database.db, systemClock));
  await deleteEndpoint(as(merchantId), id);
  await expect(viewEndpoint(as(merchantId), id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(deleteEndpoint(as(merchantId), id)).rejects.toMatchObject({ code: 'not_found' });
  const left = await database.db.select().from(deliveries).where(eq(deliveries.endpointId, id));
  expect(left.map((one) => one.status)).toEqual(['exhausted']);
});

test('every change leaves an audit line without the secret', async () => {
  const made = await createEndpoint(as(merchantId), body());
  await updateEndpoint(as(merchantId), made.id, { status: 'paused' });
  await deleteEndpoint(as(merchantId), made.id);
  const lines = await database.db.select().from(auditLines).where(eq(auditLines.subjectId, made.id));
  expect(lines.map((line) => line.action)).toEqual(['endpoint.created', 'endpoint.updated', 'endpoint.deleted']);
  expect(JSON.stringify(lines.map((line) => line.detail))).not.toContain(made.secret);
});

const sidTemplate =
  'https://93.184.215.14/s2s?sid={sid}&t={trans_uuid}&u={user_uuid}&c={currency}&a={coin_amount}&p={payout_id}';

test.each([
  ['https://93.184.215.14/s2s?t={trans_uuid}', 'without a sid'],
  [sidTemplate.replace('{payout_id}', '{password}'), 'with an unknown placeholder'],
  [sidTemplate.replace('93.184.215.14', '{payout_id}.example.com'), 'with a placeholder in its host'],
  [sidTemplate.replace('93.184.215.14', '127.0.0.1'), 'to a private address'],
])('the template %s is refused: %s', async (url) => {
  const refusal = { code: 'target_refused' };
  await expect(createEndpoint(as(merchantId), body({ dialect: 's2s', url }))).rejects.toMatchObject(refusal);
  const made = await createEndpoint(as(merchantId), body({ dialect: 's2s', url: sidTemplate }));
  await expect(updateEndpoint(as(merchantId), made.id, { url })).rejects.toMatchObject(refusal);
});

test('own headers are stored sealed and only their names are shown, in answers and in the audit', async () => {
  const headers = { Authorization: 'Bearer hush-1', 'X-Tenant': 'hush-2' };
  const made = await createEndpoint(as(merchantId), body({ headers }));
  expect(made.headers).toEqual(['Authorization', 'X-Tenant']);
  const [row] = await database.db.select().from(endpoints).where(eq(endpoints.id, made.id));
  expect(unsealHeaders(row?.headers ?? null, made.id)).toEqual(headers);
  const changed = await updateEndpoint(as(merchantId), made.id, { headers: { 'X-Other': 'hush-3' } });
  expect(changed.headers).toEqual(['X-Other']);
  await updateEndpoint(as(merchantId), made.id, { headers: {} });
  const [bare] = await database.db.select().from(endpoints).where(eq(endpoints.id, made.id));
  expect(bare).toMatchObject({ headers: null, headerNames: [] });
  expect(JSON.stringify([row, made, changed, await auditOf(database.db, merchantId)])).not.toContain('hush');
});

test('pausing says who did it; resuming clears that and the failures of before', async () => {
  const { id } = await createEndpoint(as(merchantId), body());
  const at = new Date('2026-01-31T12:00:00.000Z');
  const failing = { endpointId: id, merchantId, failures: 7, failingSince: at, probeAt: at };
  await database.db.insert(breakers).values(failing);
  expect(await viewEndpoint(as(merchantId), id)).toMatchObject({
    health: { state: 'failing', failing_since: at.toISOString(), next_probe_at: at.toISOString() },
  });
  const paused = await updateEndpoint(as(merchantId), id, { status: 'paused' });
  expect(paused).toMatchObject({ pause_reason: 'by_merchant', health: { state: 'failing' } });
  const resumed = await updateEndpoint(as(merchantId), id, { status: 'active' });
  expect(resumed).toMatchObject({ pause_reason: null, health: { state: 'working', failing_since: null } });
});

test('another address starts without the failures of the one before; other changes keep them', async () => {
  const { id } = await createEndpoint(as(merchantId), body());
  const at = new Date();
  await database.db.insert(breakers).values({ endpointId: id, merchantId, failures: 7, failingSince: at, probeAt: at });
  expect(await updateEndpoint(as(merchantId), id, { ordered: true })).toMatchObject({ health: { state: 'failing' } });
  const moved = await updateEndpoint(as(merchantId), id, { url: 'https://93.184.215.14/other' });
  expect(moved.health.state).toBe('working');
});

test('a few failures are not yet failing', async () => {
  const { id } = await createEndpoint(as(merchantId), body());
  const at = new Date();
  await database.db.insert(breakers).values({ endpointId: id, merchantId, failures: 4, failingSince: at, probeAt: at });
  expect((await viewEndpoint(as(merchantId), id)).health).toMatchObject({ state: 'working', next_probe_at: null });
});

test('health counts what waits and what is exhausted, for this endpoint alone', async () => {
  const one = await createEndpoint(as(merchantId), body());
  const two = await createEndpoint(as(merchantId), body());
  const at = new Date();
  for (const [index, status] of (['pending', 'pending', 'exhausted', 'delivered'] as const).entries()) {
    const eventId = await writeEvent(database.db, { merchantId, sequence: index + 1, at });
    await writeDelivery(database.db, merchantId, { endpointId: one.id, eventId, status, at });
  }
  const { data } = await listEndpoints(as(merchantId));
  expect(data.map(({ id, health: { pending, exhausted } }) => ({ id, pending, exhausted }))).toEqual([
    { id: one.id, pending: 2, exhausted: 1 },
    { id: two.id, pending: 0, exhausted: 0 },
  ]);
});
