import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { auditLines, deliveries, endpoints } from '@/db/schema';
import { testDatabase } from '@/db/testing/database';
import type { Scope } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { systemClock } from '@/lib/kernel/clock';
import { unseal } from '@/lib/kernel/secrets';
import { createEndpoint, endpointsPerMerchant } from './add-endpoint';
import { deleteEndpoint, listEndpoints, updateEndpoint, viewEndpoint } from './endpoints';
import { fanOut } from './fan-out';
import { createdEndpointAnswer, createEndpointBody, endpointAnswer, updateEndpointBody } from './schema';
import { emitOne, makeMerchant, systemContext } from './testing/fixtures';

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

test('the secret is stored sealed, for this endpoint alone', async () => {
  const made = await createEndpoint(as(merchantId), body());
  const [row] = await database.db.select().from(endpoints).where(eq(endpoints.id, made.id));
  expect(JSON.stringify(row)).not.toContain(made.secret);
  expect(unseal(row?.secret ?? '', made.id)).toBe(made.secret);
  expect(() => unseal(row?.secret ?? '', 'we_other')).toThrow();
});

test.each(['http://93.184.215.14/', 'https://127.0.0.1/', 'https://user@93.184.215.14/', 'http://127.0.0.1:4002/'])(
  '%s is refused when saved and when changed',
  async (url) => {
    await expect(createEndpoint(as(merchantId), body({ url }))).rejects.toMatchObject({ code: 'target_refused' });
    const made = await createEndpoint(as(merchantId), body());
    await expect(updateEndpoint(as(merchantId), made.id, { url })).rejects.toMatchObject({ code: 'target_refused' });
    expect(await viewEndpoint(as(merchantId), made.id)).toMatchObject({ url: 'https://93.184.215.14/hooks' });
  },
);

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

test('a merchant can have so many endpoints and no more', async () => {
  for (let made = 0; made < endpointsPerMerchant; made++) await createEndpoint(as(merchantId), body());
  await expect(createEndpoint(as(merchantId), body())).rejects.toMatchObject({ code: 'invalid_request' });
});

test.each([
  [{ url: 'https://example.com', events: [] }],
  [{ url: 'https://example.com', events: ['payout.paid'] }],
  [{ url: 'https://example.com', events: ['*', 'payout.created'] }],
  [{ url: 'https://example.com', events: ['payout.created', 'payout.created'] }],
  [{ url: 'https://example.com', dialect: 'soap' }],
  [{ url: 'not an address' }],
  [{ url: 'ftp://example.com' }],
  [{ url: `https://example.com/${'x'.repeat(2000)}` }],
  [{ url: 'https://example.com', secret: 'whsec_mine' }],
  [{}],
])('the body %j is not accepted', (given) => {
  expect(createEndpointBody.safeParse(given).success).toBe(false);
});
