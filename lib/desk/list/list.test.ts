import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { newsForDesk } from '@/lib/desk/live/news';
import { viewStatusCounts } from '@/lib/desk/overview/overview';
import { noon, testDesk } from '@/lib/desk/testing/desk';
import type { Payout } from '@/lib/payouts/store';
import { listForDesk, pageSize, readRows, wantedFrom } from './list';
import { walk } from './list-store';
import type { PayoutFilters, PayoutListQuery } from './schema';

const desk = testDesk();
const ann = `0x${'1a'.repeat(20)}`;
const bob = `0x${'2b'.repeat(20)}`;
const hash = `0x${'9f'.repeat(32)}`;
const made: Record<string, Payout> = {};

const find = async (query: PayoutListQuery, merchantId = 'mer_one') => {
  const list = await listForDesk(desk.member(merchantId), query);
  return list.rows.map((row) => row.reference);
};

beforeAll(async () => {
  const ago = (days: number) => new Date(noon.getTime() - days * 86_400_000);
  made.old = await desk.payout({ reference: 'inv-1', createdAt: ago(40), status: 'completed', completedAt: ago(39) });
  made.wallet = await desk.payout({
    reference: 'inv-10',
    createdAt: ago(9),
    recipientType: 'wallet',
    recipientAddress: ann,
  });
  made.mail = await desk.payout({
    ...{ reference: 'inv-2', createdAt: ago(8), recipientType: 'email', recipientEmail: 'Ann@Example.com' },
    description: 'Refund of order 1004, Äpfel',
  });
  made.moved = await desk.payout({ reference: 'moved', createdAt: ago(7), status: 'processing', updatedAt: ago(1) });
  await desk.transfer(made.moved, { hash, recipient: bob, status: 'unknown' });
  made.short = await desk.payout({
    ...{ reference: 'short', createdAt: ago(6), obstacle: 'funds', obstacleSince: ago(1) },
    ...{ delivery: 'send', recipientType: 'wallet', recipientAddress: `0x${'5'.repeat(40)}` },
  });
  made.hand = await desk.payout({
    ...{ reference: 'hand', createdAt: ago(5), rail: 'wallet', vaultId: null, claimId: null, feeCollector: null },
    ...{ gross: 2_000_000_000n, net: 2_000_000_000n, fee: 0n, recipientType: 'wallet', recipientAddress: bob },
  });
  made.failed = await desk.payout({ reference: 'failed', createdAt: ago(4), status: 'failed' });
  made.asked = await desk.payout({ reference: 'asked', createdAt: ago(3), status: 'awaiting_approval' });
  made.odd = await desk.payout({
    reference: ann,
    createdAt: ago(2),
    chain: 'bsc',
    symbol: 'USDT',
    decimals: 18,
    gross: 10n ** 18n,
  });
  await desk.merchant('mer_sorts', 'usr_sorts');
  const sorts = { merchantId: 'mer_sorts', recipientType: 'wallet', recipientAddress: ann } as const;
  // Three alike, one of an asset with more decimals, and one of which the payer bears the fee.
  const alike = ['pending', 'awaiting_approval', 'pending'] as const;
  for (const [index, status] of alike.entries()) {
    await desk.payout({ ...sorts, reference: `even-${index + 1}`, status });
  }
  const [gross, fee] = [25_000_000_000_000_000_001n, 1n];
  await desk.payout({
    ...sorts,
    ...{ reference: 'fine', symbol: 'DAI', decimals: 18, gross, fee, net: gross - fee, status: 'failed' },
  });
  await desk.payout({
    ...sorts,
    ...{
      reference: 'large',
      feePayer: 'merchant',
      gross: 31_000_000n,
      net: 30_500_000n,
      status: 'completed',
      completedAt: noon,
    },
  });
  await desk.payout({ ...sorts, ...{ reference: 'tiny', gross: 1_000_000n, net: 500_000n, status: 'processing' } });
  await desk.payout({ merchantId: 'mer_two', reference: 'inv-1', recipientType: 'wallet', recipientAddress: ann });
});

test('without filters everything of the merchant comes, newest first, and nothing of another', async () => {
  expect(await find({})).toEqual([ann, 'asked', 'failed', 'hand', 'short', 'moved', 'inv-2', 'inv-10', 'inv-1']);
  expect(await find({}, 'mer_two')).toEqual(['inv-1']);
});

test.each([
  ['its id', () => made.mail?.id ?? '', ['inv-2'], 'id'],
  ['the beginning of its reference', () => 'inv-', ['inv-2', 'inv-10', 'inv-1'], 'text'],
  ['some of its reference, however it is written', () => 'NV-1', ['inv-10', 'inv-1'], 'text'],
  ['a word of its description, however it is written', () => 'REFUND', ['inv-2'], 'text'],
  ['a word with letters of other alphabets', () => 'Äpfel', ['inv-2'], 'text'],
  ['the e-mail address, however it is written', () => 'ann@EXAMPLE.com', ['inv-2'], 'email'],
  ['the hash of a transfer', () => hash.toUpperCase().replace('0X', '0x'), ['moved'], 'hash'],
  ['the address it is for, or that it went to', () => bob, ['hand', 'moved'], 'address'],
  ['the address before a reference that is alike', () => ann, ['inv-10'], 'address'],
  ['a text that looks like a hash of nothing', () => `0x${'0'.repeat(64)}`, [], 'text'],
])('a payout is found by %s', async (_how, text, references, foundBy) => {
  const list = await listForDesk(desk.member(), { q: text() });
  expect(list.rows.map((row) => row.reference)).toEqual(references);
  expect(list.found_by).toBe(foundBy);
});

test('a text that is an address of nobody is looked for in references', async () => {
  await desk.database.db.execute(
    sql`update payouts set recipient_address = null, recipient_type = 'anyone' where id = ${made.wallet?.id}`,
  );
  expect(await find({ q: ann })).toEqual([ann]);
  await desk.database.db.execute(
    sql`update payouts set recipient_address = ${ann}, recipient_type = 'wallet' where id = ${made.wallet?.id}`,
  );
});

test('a search never crosses to another merchant', async () => {
  for (const q of [made.mail?.id ?? '', hash, bob, 'ann@example.com']) expect(await find({ q }, 'mer_two')).toEqual([]);
  expect(await find({ q: 'inv' }, 'mer_two')).toEqual(['inv-1']);
  expect(await find({ q: ann }, 'mer_two')).toEqual(['inv-1']);
});

test('wildcards of SQL are letters like others', async () => {
  expect(await find({ q: 'inv%' })).toEqual([]);
  expect(await find({ q: '_nv' })).toEqual([]);
});

test.each([
  [{ needs: 'approval' }, ['asked']],
  [{ needs: 'payment' }, ['hand']],
  [{ needs: 'funds' }, ['short']],
  [{ needs: 'stuck' }, ['moved']],
  [{ needs: 'failed' }, ['failed']],
  [{ needs: 'unknown' }, ['moved']],
  [{ needs: 'unknown', q: bob }, ['moved']],
  [{ status: 'completed' }, ['inv-1']],
  [{ status: 'pending', q: 'inv' }, ['inv-2', 'inv-10']],
  [{ rail: 'wallet' }, ['hand']],
  [{ delivery: 'send' }, ['short']],
  [{ delivery: 'claim', needs: 'funds' }, []],
  [{ chain: 'bsc', asset: 'USDT' }, [ann]],
  [{ amount_min: '1', amount_max: '1.000' }, [ann]],
  [{ amount_min: '25.01' }, ['hand']],
  [{ from: '2026-03-06', to: '2026-03-07' }, ['inv-2', 'inv-10']],
  [{ q: 'inv', from: '2026-03-01' }, ['inv-2', 'inv-10']],
] satisfies [PayoutListQuery, string[]][])('%j lets in %j', async (query, references) => {
  expect(await find(query)).toEqual(references);
});

test('a day is one of the asker’s zone, 23 hours long where clocks go forward, and members of one merchant differ', async () => {
  const at = (time: string) => desk.payout({ merchantId: 'mer_two', reference: time, createdAt: new Date(time) });
  const times = [
    '2026-03-28T22:59:59.999Z',
    '2026-03-28T23:30:00.000Z',
    '2026-03-29T21:59:59.999Z',
    '2026-03-29T22:00:00.000Z',
  ];
  for (const time of times) await at(time);
  const day = (name: string, zone: string) =>
    listForDesk(desk.member('mer_two', 'owner', 'usr_bob', zone), { from: name, to: name });
  const found = async (...asked: [string, string]) =>
    (await day(...asked)).rows.map((row) => row.reference).toReversed();
  expect(await found('2026-03-29', 'Europe/Berlin')).toEqual(times.slice(1, 3));
  expect(await found('2026-03-28', 'Europe/Berlin')).toEqual(times.slice(0, 1));
  expect(await found('2026-03-29', 'UTC')).toEqual(times.slice(2));
  await desk.database.db.execute(sql`delete from payouts where created_at >= '2026-03-28' and merchant_id = 'mer_two'`);
});

test('payouts are counted in each state, and nothing of another merchant is', async () => {
  expect(await viewStatusCounts(desk.member())).toEqual({
    ...{ awaiting_approval: 1, pending: 5, processing: 1, completed: 1, failed: 1, cancelled: 0, expired: 0 },
  });
  expect((await viewStatusCounts(desk.member('mer_two'))).pending).toBe(1);
});

test('a processing payout is stuck only after half an hour', async () => {
  const fresh = await desk.payout({ status: 'processing', updatedAt: new Date(noon.getTime() - 29 * 60_000) });
  expect(await find({ needs: 'stuck' })).toEqual(['moved']);
  await desk.database.db.execute(sql`delete from payouts where id = ${fresh.id}`);
});

const cursorOf = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');

test('a cursor that is not ours is refused', async () => {
  const ours = made.old?.id ?? '';
  const wrong = [
    ...[cursorOf(null), cursorOf(['-created', false]), cursorOf(['-created', false, 'x'])],
    ...[cursorOf(['-created', false, ours, ours]), cursorOf(['reference', true, 'a\0']), cursorOf(['sql', false, 'x'])],
  ];
  for (const after of ['x', 'bjpwb18x', ...wrong]) {
    await expect(listForDesk(desk.member(), { after })).rejects.toMatchObject({ code: 'invalid_request' });
  }
});

test('open pages hear how their rows are and how many newer ones there are, but nothing of another merchant', async () => {
  const ids = [made.failed?.id ?? '', made.old?.id ?? ''];
  const news = await newsForDesk(desk.member(), { ids, top: made.failed?.id });
  expect(news.rows.map((row) => row.reference)).toEqual(['failed', 'inv-1']);
  expect(news.newer).toBe(2);
  expect(await newsForDesk(desk.member('mer_two'), { ids, top: made.failed?.id })).toEqual({ rows: [], newer: 1 });
  expect((await newsForDesk(desk.member(), { ids: [], top: made.failed?.id, status: 'pending' })).newer).toBe(1);
});

test('pages follow one another both ways without a gap or a repetition, with and without a search', async () => {
  await desk.database.db.execute(sql`delete from payouts where merchant_id = 'mer_two'`);
  const count = pageSize * 2 + 7;
  for (let index = 0; index < count; index++) {
    await desk.payout({ merchantId: 'mer_two', reference: `page-${String(index).padStart(3, '0')}` });
  }
  for (const q of [undefined, 'page-']) {
    const ctx = desk.member('mer_two');
    const first = await listForDesk(ctx, { q });
    const second = await listForDesk(ctx, { q, after: first.after ?? '' });
    const third = await listForDesk(ctx, { q, after: second.after ?? '' });
    expect([first, second, third].map((page) => page.rows.length)).toEqual([pageSize, pageSize, 7]);
    expect(new Set([first, second, third].flatMap((page) => page.rows.map((row) => row.id))).size).toBe(count);
    expect([first.before, third.after]).toEqual([null, null]);
    const back = await listForDesk(ctx, { q, before: third.before ?? '' });
    expect(back.rows).toEqual(second.rows);
    const home = await listForDesk(ctx, { q, before: back.before ?? '' });
    expect(home.rows).toEqual(first.rows);
    expect(home.before).toBeNull();
    expect((await listForDesk(ctx, { q, after: home.after ?? '' })).rows).toEqual(second.rows);
  }
});

test.each([
  ['amount', ['tiny', 'even-1', 'even-2', 'even-3', 'fine', 'large']],
  ['-amount', ['large', 'fine', 'even-3', 'even-2', 'even-1', 'tiny']],
  ['reference', ['even-1', 'even-2', 'even-3', 'fine', 'large', 'tiny']],
  ['-reference', ['tiny', 'large', 'fine', 'even-3', 'even-2', 'even-1']],
  ['status', ['even-2', 'large', 'fine', 'even-1', 'even-3', 'tiny']],
  ['-status', ['tiny', 'even-3', 'even-1', 'fine', 'large', 'even-2']],
  ['created', ['even-1', 'even-2', 'even-3', 'fine', 'large', 'tiny']],
  ['-created', ['tiny', 'large', 'fine', 'even-3', 'even-2', 'even-1']],
] as const)(
  'sorted by %s, walks of pages of two go both ways through all, also those that are alike',
  async (sort, expected) => {
    const ctx = desk.member('mer_sorts', 'owner', 'usr_sorts');
    const walked = async (given: PayoutFilters) => {
      const wanted = wantedFrom(ctx, 'mer_sorts', { ...given, sort });
      const pages: string[][] = [];
      const back: string[][] = [];
      for (let key: string[] | null = null, more = true; more; ) {
        const page = await walk(desk.database.db, wanted, { sort, key, forward: true }, 2);
        const before = await walk(
          desk.database.db,
          wanted,
          { sort, key: page.found.at(-1)?.key ?? null, forward: false },
          50,
        );
        pages.push(await referencesOf(page.found));
        back.push((await referencesOf(before.found)).toReversed());
        key = page.found.at(-1)?.key ?? null;
        more = page.found.length === 2 && pages.length < 9;
      }
      return { all: pages.flat(), back };
    };
    const { all, back } = await walked({});
    expect(all).toEqual(expected);
    expect(back.slice(0, 3)).toEqual([1, 3, 5].map((end) => expected.slice(0, end)));
    expect((await walked({ q: ann })).all).toEqual(expected);
    expect((await walked({ q: 'e' })).all).toEqual(expected.filter((one) => one.includes('e')));
  },
);

test('a cursor of one order is refused in another one, with its reason', async () => {
  const ctx = desk.member('mer_two');
  const { after } = await listForDesk(ctx, { sort: 'amount' });
  for (const other of [{}, { sort: '-amount' }, { sort: 'reference' }] as const) {
    const asked = listForDesk(ctx, { ...other, after: after ?? '' });
    await expect(asked).rejects.toMatchObject({ code: 'invalid_request', message: /another order/ });
  }
  expect((await listForDesk(ctx, { sort: 'amount', after: after ?? '' })).sort).toBe('amount');
});

async function referencesOf(found: readonly { id: string }[]): Promise<string[]> {
  const rows = await readRows(
    desk.database.db,
    'mer_sorts',
    found.map(({ id }) => id),
  );
  return rows.map(({ reference }) => reference);
}
