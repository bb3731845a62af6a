import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { findActorByKey } from '@/lib/access/api-keys';
import type { RouteHandler } from '@/lib/http/pipeline/resource';
import { call, testPortal } from '@/lib/http/testing/test-portal';
import { hashToken, unseal } from '@/lib/kernel/secrets';
import { createOperatorKey } from '@/lib/operators/keys';
import { addOperator, operatorContext } from '@/lib/operators/testing/operators';
import * as makeMerchantKey from './operator/merchants/[id]/api-keys/route';
import * as merchants from './operator/merchants/route';
import * as cancelPayout from './payouts/[id]/cancel/route';
import * as replaceLink from './payouts/[id]/link/route';
import * as createPayout from './payouts/route';
import * as sources from './sources/route';
import * as rotateSecret from './webhook-endpoints/[id]/rotate-secret/route';
import * as endpoints from './webhook-endpoints/route';

/** A process that dies after its work is committed and before the answer is kept: nobody hears that answer, and the request comes again. */
const portal = testPortal();

/** From here on no answer can be kept, as if the process died before that. */
async function die(): Promise<void> {
  await portal.sql`create or replace function die() returns trigger language plpgsql as $$ begin raise 'died'; end $$`;
  await portal.sql`create trigger dies before update of answer on idempotency_keys
    for each row when (new.answer is not null) execute function die()`;
}

/** Another process is there, and the lock of the dead one has lapsed. */
const comeBack = async () => {
  await portal.sql`drop trigger if exists dies on idempotency_keys`;
  await portal.sql`update idempotency_keys set locked_until = created_at`;
};
afterEach(comeBack);

type Asked = { apiKey: string; body?: object; params?: Record<string, string> };
type Posting = { POST: RouteHandler };

async function ask<T extends z.ZodType>({ POST }: Posting, asked: Asked, answer: T) {
  const sent = { method: 'POST', headers: { 'Idempotency-Key': POST.path }, body: {}, ...asked };
  const got = await call(POST, sent);
  return { status: got.status, body: answer.parse(await got.json()) };
}

/** Asks with an answer that is lost, and then again until an answer came twice. */
async function lost<T extends z.ZodType>(route: Posting, asked: Asked, answer: T): Promise<z.output<T>> {
  await die();
  expect((await ask(route, asked, z.unknown())).status).toBe(500);
  expect((await ask(route, asked, z.unknown())).status).toBe(409);
  await comeBack();
  const again = await ask(route, asked, answer);
  expect(again.status).toBeLessThan(300);
  expect(await ask(route, asked, answer)).toEqual(again);
  return again.body;
}

const made = z.looseObject({ id: z.string() });
const linked = z.looseObject({ claim_url: z.string() });
const secretive = z.looseObject({ id: z.string(), secret: z.string() });
const order = { amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'anyone' }, reference: 'lost' };
const isLive = async ({ claim_url }: { claim_url: string }) =>
  (
    await portal.sql`select from claim_links where revoked_at is null and token_hash = ${hashToken(claim_url.split('/p/')[1] ?? '')}`
  ).length;

test('a payout whose answer is lost is made, given another link and cancelled once, and the answer that comes is good', async () => {
  const { apiKey, merchantId } = await portal.newMerchant();
  const payout = await lost(createPayout, { apiKey, body: order }, made.and(linked));
  expect(await isLive(payout)).toBe(1);
  const params = { id: payout.id };
  const replaced = await lost(replaceLink, { apiKey, params }, linked);
  expect([await isLive(payout), await isLive(replaced)]).toEqual([0, 1]);
  expect(await lost(cancelPayout, { apiKey, params }, made)).toMatchObject({ status: 'cancelled' });
  const told = await portal.sql`select type from events where merchant_id = ${merchantId} order by id`;
  expect(told.map(({ type }) => type)).toEqual(['payout.created', 'payout.cancelled']);
  expect(await portal.sql`select id from payouts where merchant_id = ${merchantId}`).toEqual([{ id: payout.id }]);
});

test('an endpoint and a source whose answers are lost are made once, with the secret that the answer says', async () => {
  const { apiKey, merchantId } = await portal.newMerchant();
  const endpoint = await lost(endpoints, { apiKey, body: { url: 'https://1.1.1.1/hook' } }, secretive);
  const rotated = await lost(
    rotateSecret,
    { apiKey, params: { id: endpoint.id } },
    z.looseObject({ secret: z.string() }),
  );
  const source = await lost(sources, { apiKey, body: { dialect: 'nitro' } }, secretive);
  const [kept] = await portal.sql`select id, secret from endpoints where merchant_id = ${merchantId}`;
  expect(unseal(kept?.secret, endpoint.id)).toBe(rotated.secret);
  const [from] = await portal.sql`select id, secret from sources where merchant_id = ${merchantId}`;
  expect(unseal(from?.secret, source.id)).toBe(source.secret);
  const [counts] =
    await portal.sql`select (select count(*) from endpoints where merchant_id = ${merchantId}) as endpoints,
    (select count(*) from sources where merchant_id = ${merchantId}) as sources`;
  expect(counts).toEqual({ endpoints: '1', sources: '1' });
});

test('a merchant whose answer is lost is registered once, and of its keys the one that nobody was told is revoked', async () => {
  const operator = operatorContext(portal.db, await addOperator(portal.db));
  const { key: apiKey } = await createOperatorKey(operator, { name: 'Platform', scopes: ['merchants:write'] });
  const wanted = { apiKey, body: { name: 'Lost', mode: 'test' } };
  // No answer is kept of this one: its verb finds the merchant that it made.
  const { id } = (await ask(merchants, wanted, made)).body;
  expect((await ask(merchants, wanted, made)).body.id).toBe(id);
  const body = { name: 'Till', scopes: ['payouts:read'] };
  const { key } = await lost(makeMerchantKey, { apiKey, body, params: { id } }, z.looseObject({ key: z.string() }));
  expect(await findActorByKey(portal.db, key, new Date())).not.toBeNull();
  const [counts] = await portal.sql`select count(*) filter (where revoked_at is null) as live, count(*) as all
    from api_keys where merchant_id = ${id}`;
  expect(counts).toEqual({ live: '1', all: '2' });
  const lines =
    await portal.sql`select action from audit_lines where merchant_id = ${id} and action like 'api_key.%' order by id`;
  expect(lines.map(({ action }) => action)).toEqual(['api_key.created', 'api_key.revoked', 'api_key.created']);
  expect(await portal.sql`select from merchants where name = 'Lost'`).toHaveLength(1);
});
