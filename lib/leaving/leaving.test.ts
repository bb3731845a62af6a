import { expect, test } from 'vitest';
import { GET } from '@/app/api/v1/export/route';
import { scopes } from '@/db/vocabulary/people';
import { call, testPortal } from '@/lib/http/testing/test-portal';
import { addOperator, operatorContext } from '@/lib/operators/testing/operators';
import { cancelOrder } from '@/lib/orders/cancel';
import { createOrder } from '@/lib/orders/create';
import { createOrderBody } from '@/lib/orders/schema';
import { createPayoutBody } from '@/lib/payouts/schema';
import { findPayout } from '@/lib/payouts/store';
import { createPayout } from '@/lib/payouts/terms/create';
import { refuseStopped } from '@/lib/stops/refuse-stopped';
import { lift, stop } from '@/lib/stops/stop';
import { selectStopsOf } from '@/lib/stops/store';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { closeMerchant, closeWaiting } from './close';
import { exportAll } from './export-all';
import { recordsAtOnce } from './exported';
import { exportKinds } from './schema';

const portal = testPortal();

async function owner() {
  const merchant = await portal.newMerchant();
  const actor = { kind: 'api_key' as const, keyId: merchant.keyId, merchantId: merchant.merchantId, scopes };
  return { ...merchant, ctx: { db: portal.db, clock: { now: () => new Date() }, actor, requestId: 'req_test' } };
}

const terms = { amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'anyone' } };
const pay = ({ ctx }: Awaited<ReturnType<typeof owner>>, reference = 'order-1') =>
  createPayout(ctx, createPayoutBody.parse({ ...terms, reference }));
const piecesOf = async (lines: AsyncGenerator<string>) => Array.fromAsync(lines);

test('however many events there are, each leaves once, in order, and no piece is larger than a page', async () => {
  const { merchantId, ctx } = await owner();
  const count = 12 * recordsAtOnce + 7;
  await portal.sql`insert into events (id, merchant_id, type, subject_kind, subject_id, subject_version, data, created_at)
    select 'ev_' || n, ${merchantId}, 'payout.created', 'payout', 'po_' || n, 1, '{"a": "=1+1"}', now()
    from generate_series(1, ${count}) n`;
  const pieces = await piecesOf(await exportAll(ctx, { of: 'events', format: 'jsonl' }));
  const sizes = pieces.map((piece) => piece.split('\n').length - 1);
  expect([Math.max(...sizes), pieces.length]).toEqual([recordsAtOnce, 13]);
  const ids = pieces
    .join('')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).id);
  expect(ids).toEqual(Array.from({ length: count }, (_, index) => `ev_${index + 1}`));
  const csv = (await piecesOf(await exportAll(ctx, { of: 'events', format: 'csv' }))).join('').split('\r\n');
  expect([csv.length, csv[0]]).toEqual([count + 2, 'id,type,sequence,subject_id,created_at,data']);
});

test('a merchant takes along every kind of what is theirs by API, nothing of another one, and the audit says so first', async () => {
  const [one, other] = [await owner(), await owner()];
  const own = await pay(one);
  const foreign = await pay(other);
  const key = one.apiKey;
  for (const of of exportKinds) {
    const answer = await call(GET, { path: `/api/v1/export?of=${of}&format=jsonl`, apiKey: key });
    const text = await answer.text();
    expect([of, answer.status, answer.headers.get('content-type')]).toEqual([
      of,
      200,
      'application/jsonl; charset=utf-8',
    ]);
    expect(text).not.toContain(other.merchantId);
    expect(text).not.toContain(foreign.id);
  }
  const books = await (await call(GET, { path: '/api/v1/export?of=books', apiKey: key })).text();
  expect(books).toContain(`${own.id}`);
  expect((await call(GET, { path: '/api/v1/export?of=everything', apiKey: key })).status).toBe(422);
  const narrow = await portal.newMerchant({ scopes: ['payouts:read', 'webhooks:read'] });
  expect((await call(GET, { path: '/api/v1/export?of=audit', apiKey: narrow.apiKey })).status).toBe(403);
  expect((await call(GET, { path: '/api/v1/export?of=audit' })).status).toBe(401);
  const lines =
    await portal.sql`select detail from audit_lines where merchant_id = ${one.merchantId} and action = 'merchant.exported'`;
  expect(lines.map(({ detail }) => detail.of)).toEqual([...exportKinds, 'books']);
});

const operator = async () => operatorContext(portal.db, await addOperator(portal.db));
const closed = { code: 'merchant_suspended' };
const reason = 'They asked for it';

test('a merchant is closed: its open payouts are taken back, none is made any more, nothing is signed, and its books stay', async () => {
  const merchant = await owner();
  const { id } = await pay(merchant);
  const key = { merchantId: merchant.merchantId, id };
  expect(await closeMerchant(await operator(), merchant.merchantId, { open: 'cancel', reason })).toEqual({
    ...{ state: 'closed', open: 0 },
  });
  expect(await findPayout(portal.db, key.merchantId, id)).toMatchObject({ status: 'cancelled' });
  await expect(pay(merchant, 'order-2')).rejects.toMatchObject(closed);
  const of = { merchantId: merchant.merchantId, chain: 'local', rail: 'contract', symbol: 'USDT' } as const;
  await expect(portal.db.transaction((tx) => refuseStopped(tx, of))).rejects.toMatchObject({ code: 'stopped' });
  const lines = await portal.sql`select action from audit_lines where merchant_id = ${key.merchantId} order by id`;
  expect(lines.map(({ action }) => action)).toEqual([
    'payout.created',
    'merchant.closing',
    'payout.cancelled',
    'merchant.closed',
  ]);
  expect((await piecesOf(await exportAll(merchant.ctx, { of: 'books', format: 'jsonl' }))).join('')).toContain(id);
});

test('one request takes back every payout that can be, however many that are being paid stand before them; those are waited for', async () => {
  const merchant = await owner();
  const { id } = await pay(merchant);
  await portal.sql`update payouts set status = 'processing' where id = ${id}`;
  const fresh = portal.sql`jsonb_build_object('id', p.id || n, 'reference', 'copy-' || n, 'claim_id', p.claim_id + 1000 + n)`;
  await portal.sql`insert into payouts select (jsonb_populate_record(p, ${fresh})).*
    from payouts p, generate_series(1, 600) n where p.id = ${id}`;
  const { id: last } = await pay(merchant, 'order-2');
  const ask = { open: 'cancel' as const, reason };
  expect(await closeMerchant(await operator(), merchant.merchantId, ask)).toEqual({ state: 'closing', open: 601 });
  expect(await findPayout(portal.db, merchant.merchantId, last)).toMatchObject({ status: 'cancelled' });
});

test('the worker goes on taking back what a request did not reach, so that the merchant is closed without being asked for again', async () => {
  const merchant = await owner();
  const { id } = await pay(merchant);
  const system = { ...merchant.ctx, actor: { kind: 'system' as const, job: 'test' } };
  await portal.sql`update payouts set status = 'processing' where id = ${id}`;
  const answer = await closeMerchant(await operator(), merchant.merchantId, { open: 'cancel', reason });
  expect(answer).toEqual({ state: 'closing', open: 1 });
  await closeWaiting(system);
  expect(await findPayout(portal.db, merchant.merchantId, id)).toMatchObject({ status: 'processing' });
  // Its payment failed: the payout is open again.
  await portal.sql`update payouts set status = 'pending' where id = ${id}`;
  await closeWaiting(system);
  expect(await findPayout(portal.db, merchant.merchantId, id)).toMatchObject({ status: 'cancelled' });
  const [row] = await portal.sql`select closed_at from merchants where id = ${merchant.merchantId}`;
  expect(row?.closed_at).not.toBeNull();
});

test('what is open may be waited for: claims go on, no payout is made, and the merchant is closed by itself afterwards', async () => {
  const merchant = await owner();
  const { id } = await pay(merchant);
  const answer = await closeMerchant(await operator(), merchant.merchantId, { open: 'wait', reason });
  expect(answer).toEqual({ state: 'closing', open: 1 });
  await expect(pay(merchant, 'order-2')).rejects.toMatchObject(closed);
  const of = { merchantId: merchant.merchantId, chain: 'local', rail: 'contract', symbol: 'USDT' } as const;
  await portal.db.transaction((tx) => refuseStopped(tx, of));
  const system = { ...merchant.ctx, actor: { kind: 'system' as const, job: 'test' } };
  const state = () =>
    portal.sql`select closed_at is not null as closed from merchants where id = ${merchant.merchantId}`;
  await closeWaiting(system);
  expect(await state()).toEqual([{ closed: false }]);
  await cancelPayout(merchant.ctx, id);
  await closeWaiting(system);
  expect(await state()).toEqual([{ closed: true }]);
});

test('a merchant is not closed before what a buyer paid in, and the chain is still asked about; else it would be kept for ever', async () => {
  const merchant = await owner();
  const body = createOrderBody.parse({
    ...{ reference: 'purchase-1', amount: '100.00', asset: 'USDT', chain: 'local' },
    ...{ buyer: { id: 'b' }, seller: { id: 's', address: `0x${'7b'.repeat(20)}` } },
    pay_in: { hash: `0x${'5a'.repeat(32)}` },
  });
  const { id } = await createOrder(merchant.ctx, body);
  const admin = await operator();
  const ask = { open: 'cancel' as const, reason };
  expect(await closeMerchant(admin, merchant.merchantId, ask)).toEqual({ state: 'closing', open: 1 });
  await cancelOrder(merchant.ctx, id);
  expect(await closeMerchant(admin, merchant.merchantId, ask)).toEqual({ state: 'closed', open: 0 });
});

test('nobody lifts a stop of a merchant that is closed, be it of its closing or from before', async () => {
  const [{ merchantId }, admin] = [await owner(), await operator()];
  await stop(admin, { scope: 'merchant', merchant_id: merchantId, suspends: false, reason });
  expect(await closeMerchant(admin, merchantId, { open: 'cancel', reason })).toMatchObject({ state: 'closed' });
  const standing = await selectStopsOf(portal.db, [merchantId]);
  expect(standing.map(({ suspends }) => suspends).toSorted()).toEqual([false, true]);
  for (const { id } of standing)
    await expect(lift(admin, id, { reason })).rejects.toMatchObject({ code: 'stop_state' });
  expect(await selectStopsOf(portal.db, [merchantId])).toEqual(standing);
});

test('only an operator who may and has just proved who they are closes; a payout that is made meanwhile is one that counts', async () => {
  const merchant = await owner();
  const body = { open: 'wait' as const, reason };
  await expect(closeMerchant(merchant.ctx, merchant.merchantId, body)).rejects.toMatchObject({ code: 'forbidden' });
  const support = operatorContext(portal.db, await addOperator(portal.db, { role: 'support' }));
  await expect(closeMerchant(support, merchant.merchantId, body)).rejects.toMatchObject({ code: 'forbidden' });
  const admin = await operator();
  const stale = { ...admin, actor: { ...admin.actor, steppedUpAt: null } };
  await expect(closeMerchant(stale, merchant.merchantId, body)).rejects.toMatchObject({ code: 'step_up_required' });
  await expect(closeMerchant(admin, 'mer_none', body)).rejects.toMatchObject({ code: 'not_found' });
  const [answer, ...made] = await Promise.allSettled([
    closeMerchant(admin, merchant.merchantId, { open: 'cancel', reason }),
    ...['a', 'b', 'c'].map((reference) => pay(merchant, reference)),
  ]);
  const again = await closeMerchant(admin, merchant.merchantId, { open: 'cancel', reason });
  expect([answer.status, again]).toEqual(['fulfilled', { state: 'closed', open: 0 }]);
  const refused = made.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
  expect(refused.filter((code) => code !== closed.code)).toEqual([]);
});
