import { expect, test } from 'vitest';
import { GET } from '@/app/api/v1/export/route';
import { scopes } from '@/db/vocabulary';
import { call, testPortal } from '@/lib/http/testing/test-portal';
import { createPayoutBody } from '@/lib/payouts/schema';
import { createPayout } from '@/lib/payouts/terms/create';
import { exportAll } from './export-all';
import { recordsAtOnce } from './exported';
import { exportKinds } from './schema';

const portal = testPortal();

async function owner() {
  const merchant = await portal.newMerchant();
  const actor = { kind: 'api_key' as const, keyId: merchant.keyId, merchantId: merchant.merchantId, scopes };
  return { ...merchant, ctx: { db: portal.db, clock: { now: () => new Date() }, actor, requestId: 'req_test' } };
}

const terms = { amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'anyone' }, reference: 'order-1' };
const pay = ({ ctx }: Awaited<ReturnType<typeof owner>>) => createPayout(ctx, createPayoutBody.parse(terms));
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
