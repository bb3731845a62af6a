import { count, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { idempotencyKeys, payouts as payoutRows } from '@/db/schema';
import { call, testPortal } from '@/lib/http/testing/test-portal';
import * as claim from './claims/[token]/route';
import * as cancel from './payouts/[id]/cancel/route';
import * as link from './payouts/[id]/link/route';
import * as payout from './payouts/[id]/route';
import * as payouts from './payouts/route';

const portal = testPortal();
const body = { amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'anyone' }, reference: 'order-1' };

async function merchant() {
  const made = await portal.newMerchant({ requestsPerMinute: 10_000 });
  const create = (more: object = {}, key?: string) =>
    call(payouts.POST, {
      method: 'POST',
      apiKey: made.apiKey,
      body: { ...body, ...more },
      headers: key === undefined ? {} : { 'Idempotency-Key': key },
    });
  const rows = async () => {
    const [row] = await portal.db
      .select({ n: count() })
      .from(payoutRows)
      .where(eq(payoutRows.merchantId, made.merchantId));
    return row?.n;
  };
  return { ...made, create, rows };
}

const tokenOf = (url: string) => url.split('/').at(-1) ?? '';

describe('creating a payout', () => {
  test('answers with what was promised and the link, and the same can be read afterwards without the link', async () => {
    const { create, apiKey } = await merchant();
    const created = await create();
    expect(created.status).toBe(201);
    const { claim_url, ...made } = await created.json();
    expect(made).toMatchObject({ status: 'pending', amount: '25.00', fee: '0.50', net: '24.50', reference: 'order-1' });
    expect(claim_url).toMatch(/^http:\/\/localhost:3000\/p\/[A-Za-z0-9_-]{43}$/);
    const read = await call(payout.GET, { apiKey, params: { id: made.id } });
    expect(await read.json()).toEqual(made);
  });

  test.each([
    ['amount_malformed', { amount: '1e3' }, 'amount'],
    ['amount_malformed', { amount: '-1' }, 'amount'],
    ['amount_too_precise', { amount: '1.0000001' }, 'amount'],
    ['amount_too_small', { amount: '0.50' }, 'amount'],
    ['amount_too_large', { amount: '1000.01' }, 'amount'],
    ['asset_unavailable', { asset: 'DAI' }, 'asset'],
    [
      'recipient_unsupported',
      { rail: 'wallet', recipient: { type: 'email', email: 'a@example.com' } },
      'recipient.type',
    ],
    ['address_refused', { recipient: { type: 'wallet', address: `0x${'0'.repeat(40)}` } }, 'recipient.address'],
    ['invalid_request', { expires_in: 59 }, 'expires_in'],
    ['invalid_request', { metadata: { a: 'x'.repeat(501) } }, 'metadata.a'],
    ['invalid_request', { return_url: 'javascript:alert(1)' }, 'return_url'],
    ['invalid_request', { reference: 'a\u0007' }, 'reference'],
  ])('is refused as %s for %j', async (code, more, field) => {
    const { create, rows } = await merchant();
    const answer = await create(more);
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code, field });
    expect(await rows()).toBe(0);
  });

  test('with a reference that is taken is refused and names the payout that has it', async () => {
    const { create } = await merchant();
    const { id } = await (await create()).json();
    const second = await create();
    expect(second.status).toBe(409);
    expect(await second.json()).toMatchObject({ code: 'reference_taken', field: 'reference', payout_id: id });
  });
});

describe('fifty identical creates at once', () => {
  test('with one Idempotency-Key make one payout, and every retry learns of the same one', async () => {
    const { create, rows } = await merchant();
    const answers = await Promise.all(Array.from({ length: 50 }, () => create({}, 'k')));
    expect(await rows()).toBe(1);
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    const made = answers.filter(({ status }) => status === 201);
    const bodies = await Promise.all([...made, await create({}, 'k')].map((answer) => answer.text()));
    expect(new Set(bodies).size).toBe(1);
  });

  test('with nothing but one reference make one payout', async () => {
    const { create, rows } = await merchant();
    const answers = await Promise.all(Array.from({ length: 50 }, () => create()));
    expect(await rows()).toBe(1);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(49);
  });
});

test('a create whose portal died before it answered is finished by its repetition, with a link that works', async () => {
  const { create, rows, merchantId } = await merchant();
  const lost = await (await create({}, 'k')).json();
  await portal.db
    .update(idempotencyKeys)
    .set({ status: null, answer: null, lockedUntil: new Date(Date.now() - 1) })
    .where(eq(idempotencyKeys.merchantId, merchantId));
  const again = await create({}, 'k');
  const made = await again.json();
  expect([again.status, made.id, await rows()]).toEqual([201, lost.id, 1]);
  expect((await call(claim.GET, { params: { token: tokenOf(made.claim_url) } })).status).toBe(200);
  expect((await call(claim.GET, { params: { token: tokenOf(lost.claim_url) } })).status).toBe(404);
});

describe('the list', () => {
  test('gives every payout once, newest first, over its pages', async () => {
    const { create, apiKey } = await merchant();
    const ids: string[] = [];
    for (let index = 0; index < 5; index++) ids.unshift((await (await create({ reference: `r-${index}` })).json()).id);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const path: string = `/api/v1/payouts?limit=2${cursor && `&cursor=${cursor}`}`;
      const page: { data: { id: string }[]; next_cursor: string | null } = await (
        await call(payouts.GET, { apiKey, path })
      ).json();
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.next_cursor;
    }
    expect(seen).toEqual(ids);
  });

  test('refuses a cursor that is not one of ours', async () => {
    const { apiKey } = await merchant();
    const answer = await call(payouts.GET, { apiKey, path: '/api/v1/payouts?cursor=x' });
    expect([answer.status, (await answer.json()).field]).toEqual([422, 'cursor']);
  });
});

describe('a claim link', () => {
  test('shows what its holder may see, without an API key and without what is the merchant’s own', async () => {
    const { create, merchantId } = await merchant();
    const { claim_url } = await (await create({ metadata: { internal: 'margin' } })).json();
    const answer = await call(claim.GET, { params: { token: tokenOf(claim_url) } });
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ status: 'pending', net: '24.50', merchant: { name: 'Acme' } });
    expect(text).not.toContain('margin');
    expect(text).not.toContain(merchantId);
  });

  test.each([['x'], ['a'.repeat(43)], ['%00'], ['é']])('that is unknown (%j) is a 404', async (token) => {
    const answer = await call(claim.GET, { params: { token } });
    expect([answer.status, (await answer.json()).code]).toEqual([404, 'link_unknown']);
  });

  test('is not repeated in a problem about it', async () => {
    const token = 'secret'.padEnd(43, 'x');
    const answer = await call(claim.POST, { method: 'POST', params: { token }, body: { address: 1 } });
    expect(await answer.text()).not.toContain(token);
  });

  test('stops working when it is replaced', async () => {
    const { create, apiKey } = await merchant();
    const { id, claim_url } = await (await create()).json();
    const replaced = await call(link.POST, { method: 'POST', apiKey, params: { id } });
    expect(replaced.status).toBe(201);
    const fresh = tokenOf((await replaced.json()).claim_url);
    expect((await call(claim.GET, { params: { token: tokenOf(claim_url) } })).status).toBe(404);
    expect((await call(claim.GET, { params: { token: fresh } })).status).toBe(200);
  });

  test('of a cancelled payout says so and hands out nothing', async () => {
    const { create, apiKey } = await merchant();
    const { id, claim_url } = await (await create()).json();
    const cancelled = await call(cancel.POST, { method: 'POST', apiKey, params: { id } });
    expect(await cancelled.json()).toMatchObject({ status: 'cancelled', cancellation: null });
    const params = { token: tokenOf(claim_url) };
    const address = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC';
    const refused = await call(claim.POST, { method: 'POST', params, body: { address } });
    expect([refused.status, (await refused.json()).code]).toEqual([410, 'link_cancelled']);
  });

  test('whose network cannot be reached is a 503 that says to come back', async () => {
    const { create } = await merchant();
    const { claim_url } = await (await create()).json();
    const answer = await call(claim.POST, {
      method: 'POST',
      params: { token: tokenOf(claim_url) },
      body: { address: '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC' },
    });
    expect([answer.status, (await answer.json()).code]).toEqual([503, 'chain_unavailable']);
  });
});
