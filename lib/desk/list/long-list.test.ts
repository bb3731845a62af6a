import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { testDesk } from '@/lib/desk/testing/desk';
import { exportPayouts } from './export';
import { listForDesk, pageSize, wantedFrom } from './list';
import { maxLookedAt, pageQuery, walk } from './list-store';
import { type PayoutListQuery, payoutSorts } from './schema';

const desk = testDesk();

beforeAll(async () => {
  const old = await desk.payout({ reference: 'needle', gross: 999_000_000n, createdAt: new Date('2026-01-01') });
  await desk.database.db.execute(sql`
    insert into payouts (id, merchant_id, vault_id, status, rail, chain, symbol, token, decimals, gross, fee, net,
      fee_payer, fee_collector, recipient_type, reference, claim_id, expires_at, created_at, updated_at)
    select 'po_06h' || lpad(n::text, 23, '0'), merchant_id, vault_id, status, rail, chain, symbol, token, decimals, 1000000,
      500000, 500000, fee_payer, fee_collector, recipient_type, 'hay-' || n, 1000 + n, expires_at, created_at, updated_at
    from payouts, generate_series(1, ${maxLookedAt + pageSize}) n where id = ${old.id}`);
});

test('a page ends when enough was looked through, says so, and its cursor goes on to what is further back', async () => {
  const query = { amount_min: '900' };
  const first = await listForDesk(desk.member(), query);
  expect(first.rows).toEqual([]);
  expect(first.looked_back_to).not.toBeNull();
  const second = await listForDesk(desk.member(), { ...query, after: first.after ?? '' });
  expect(second.rows.map((row) => row.reference)).toEqual(['needle']);
  expect([second.after, second.looked_back_to]).toEqual([null, null]);
});

test('a reference that is further back than a search looks is found by how it begins, and its pages go on', async () => {
  await desk.database.db.execute(sql`
    insert into payouts (id, merchant_id, vault_id, status, rail, chain, symbol, token, decimals, gross, fee, net,
      fee_payer, fee_collector, recipient_type, reference, claim_id, expires_at, created_at, updated_at)
    select 'po_00h' || lpad(n::text, 23, '0'), merchant_id, vault_id, status, rail, chain, symbol, token, decimals, 1000000,
      500000, 500000, fee_payer, fee_collector, recipient_type, 'straw-' || lpad(n::text, 3, '0'), 900000 + n, expires_at,
      created_at, updated_at
    from payouts, generate_series(1, ${pageSize + 1}) n where reference = 'needle'`);
  const first = await listForDesk(desk.member(), { q: 'straw' });
  expect([first.found_by, first.rows.length, first.rows[0]?.reference]).toEqual(['reference', pageSize, 'straw-001']);
  const second = await listForDesk(desk.member(), { q: 'straw', after: first.after ?? '' });
  expect(second.rows.map((row) => row.reference)).toEqual([`straw-0${pageSize + 1}`]);
  const inside = await listForDesk(desk.member(), { q: 'eedl' });
  expect([inside.rows, inside.looked_back_to === null]).toEqual([[], false]);
  const further = await listForDesk(desk.member(), { q: 'eedl', after: inside.after ?? '' });
  expect(further.rows.map((row) => row.reference)).toEqual(['needle']);
});

test('a whole reference leads to what begins with it, unless a filter leaves none of that: then the text is looked for', async () => {
  const whole = await listForDesk(desk.member(), { q: 'hay-2000' });
  expect([whole.found_by, whole.looked_back_to]).toEqual(['reference', null]);
  const digits = ['', ...Array.from({ length: 10 }, (_, digit) => `${digit}`)];
  expect(whole.rows.map((row) => row.reference)).toEqual(digits.map((digit) => `hay-2000${digit}`));
  const some = await listForDesk(desk.member(), { q: 'ay-2000' });
  expect([some.found_by, some.rows.length]).toEqual(['text', digits.length]);
  const none = await listForDesk(desk.member(), { q: 'hay-2000', status: 'failed' });
  expect([none.found_by, none.rows]).toEqual(['text', []]);
});

test('a filter that lets everything in fills its page and looks no further', async () => {
  const { rows, looked_back_to } = await listForDesk(desk.member(), { amount_min: '1' });
  expect([rows.length, looked_back_to]).toEqual([pageSize, null]);
});

test('an export goes through all of it', async () => {
  const lines = await Array.fromAsync(await exportPayouts(desk.member(), { amount_min: '900' }));
  expect(lines.join('').split('\r\n')).toHaveLength(3);
  expect(lines.join('')).toContain('needle');
});

test.each(payoutSorts)('a page sorted by %s is read from an index, wherever it begins', async (sort) => {
  const { db } = desk.database;
  const wanted = wantedFrom(desk.member(), 'mer_one', { sort });
  await db.execute(sql`analyze payouts`);
  const first = await walk(db, wanted, { sort, key: null, forward: true }, pageSize);
  for (const key of [null, first.found.at(-1)?.key ?? []]) {
    const { page } = pageQuery(wanted, { sort, key, forward: true }, pageSize);
    const plan = (await db.execute(sql`explain (format json) ${page}`)).map((row) => JSON.stringify(row)).join();
    expect(plan).toMatch(/Index (Only )?Scan/);
    expect(plan).not.toMatch(/"(Seq Scan|Sort|Incremental Sort)"/);
  }
});

test('pages by amount are what a plain query sorts, of one status and of all, both ways', async () => {
  const { db } = desk.database;
  await db.execute(sql`
    insert into payouts (id, merchant_id, status, rail, chain, symbol, token, decimals, gross, fee, net, fee_payer,
      recipient_type, reference, expires_at, created_at, updated_at)
    select 'po_07h' || lpad(n::text, 23, '0'), 'mer_two', (array['pending', 'expired', 'cancelled'])[1 + n * 7 % 3], 'wallet', chain,
      symbol, token, case when n % 2 = 0 then 6 else 18 end, 1 + least * power(10::numeric, case when n % 2 = 0 then 6 else 18 end), 1,
      least * power(10::numeric, case when n % 2 = 0 then 6 else 18 end), fee_payer, recipient_type, 'mix-' || n, expires_at, created_at, updated_at
    from payouts, (select n, 1 + floor(random() * 20)::int as least from generate_series(1, 130) n) mixed
    where reference = 'needle'`);
  const member = desk.member('mer_two');
  const asked: PayoutListQuery[] = [
    {},
    { status: 'expired' },
    { status: 'failed' },
    { q: 'mix-1' },
    { amount_min: '9' },
  ];
  for (const query of asked) {
    const { q = '', status = null, amount_min = '0' } = query;
    const plain = await db.execute<{ id: string }>(sql`select id from payouts where merchant_id = 'mer_two'
      and position(${q} in reference) > 0 and coalesce(status = ${status}, true) and gross / power(10::numeric, decimals) >= ${amount_min}::numeric
      order by gross * power(10::numeric, 36 - decimals), id`);
    const ids = plain.map(({ id }) => id);
    for (const [sort, expected] of [
      ['amount', ids],
      ['-amount', ids.toReversed()],
    ] as const) {
      const seen: string[][] = [];
      let after: string | null = null;
      do {
        const page = await listForDesk(member, { ...query, sort, ...(after === null ? {} : { after }) });
        seen.push(page.rows.map((row) => row.id));
        const { before } = page;
        const back = before
          ? (await listForDesk(member, { ...query, sort, before })).rows.map((row) => row.id)
          : undefined;
        expect(back).toEqual(seen.at(-2));
        after = page.after;
      } while (after);
      expect(seen.flat()).toEqual(expected);
    }
  }
});
