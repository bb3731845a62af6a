import { eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import * as check from '@/app/api/desk/ledger/check/route';
import * as exported from '@/app/api/desk/ledger/export/route';
import * as lines from '@/app/api/desk/ledger/lines/route';
import * as posting from '@/app/api/desk/ledger/postings/[id]/route';
import * as ledger from '@/app/api/desk/ledger/route';
import { balances } from '@/db/schema';
import type { PostingKind, PostingSubject } from '@/db/vocabulary/books';
import { roles } from '@/db/vocabulary/people';
import { addPerson, contextOf } from '@/lib/access/testing/people';
import { TestBrowser } from '@/lib/http/testing/test-browser';
import { type TestMerchant, testPortal } from '@/lib/http/testing/test-portal';
import { addSeconds } from '@/lib/kernel/clock';
import { checkBooks, checkDueBooks, standingOf } from './checks/check-books';
import { findCheck, saveCheck } from './checks/check-store';
import { listLines } from './list-lines';
import { type LogPlace, printOrigin } from './origin';
import { type Step, walkPostings } from './page-store';
import { post } from './post';
import { reverse } from './reverse';
import { rollUpBalances } from './roll-up';
import { type BookQuery, bookCheck } from './schema';

const portal = testPortal();
const start = new Date('2026-03-10T12:00:00.000Z');
const hash = `0x${'d'.repeat(64)}`;
const state: { own?: TestMerchant; other?: TestMerchant; now: Date } = { now: start };
const own = () => state.own?.merchantId ?? '';
const asset = { chain: 'local', symbol: 'USDT' } as const;

type Line = { credit: 'external' | 'available'; debit: 'available' | 'suspense'; amount: bigint };
const logAt = (block: number, logIndex: number): LogPlace => ({
  ...{ blockNumber: BigInt(block), blockHash: '0xb', hash, logIndex },
});
const vault = (id: string) => ({ kind: 'vault' as const, id });
const book = (merchantId: string, kind: 'deposit' | 'outflow', at: LogPlace | string, now: Date, line: Line) => {
  const origin = typeof at === 'string' ? { subject: vault(at), log: null } : { subject: vault('va'), log: at };
  return portal.db.transaction((tx) => post(tx, { merchantId, ...asset, ...origin, kind, lines: [line], now }));
};
const deposit = (amount: bigint): Line => ({ credit: 'external', debit: 'available', amount });

const ctx = async () => contextOf(portal.db, await addPerson(portal.db, { merchantId: own() }), () => state.now);
const list = async (query: BookQuery = {}) => listLines(await ctx(), query);
const browserOf = async (role: (typeof roles)[number] = 'viewer', merchantId = own()) =>
  TestBrowser.of(await addPerson(portal.db, { merchantId, role }));
const amounts = (page: Awaited<ReturnType<typeof list>>) => page.lines.map(({ amount }) => amount);

beforeAll(async () => {
  state.own = await portal.newMerchant();
  state.other = await portal.newMerchant();
  for (let index = 1; index <= 120; index++) {
    await book(own(), 'deposit', logAt(index, index), addSeconds(start, index), deposit(BigInt(index)));
  }
  await book(own(), 'outflow', logAt(999, 4), addSeconds(start, 86_400), {
    ...{ credit: 'available', debit: 'suspense', amount: 7_000_000n },
  });
  await book(state.other.merchantId, 'deposit', 'secret', start, deposit(5n));
});

test('pages follow each other from the newest line to the oldest, each line once', async () => {
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await list({ after });
    seen.push(...amounts(page));
    after = page.next ?? undefined;
  } while (after);
  const deposits = Array.from({ length: 120 }, (_, index) => (120 - index).toString().padStart(6, '0'));
  expect(seen).toEqual(['7.00', ...deposits.map((digits) => `0.${digits}`.replace(/(\.\d\d\d*?)0+$/, '$1'))]);
});

test('filters pick by account, kind and day; days are UTC and both inclusive', async () => {
  expect(amounts(await list({ account: 'suspense' }))).toEqual(['7.00']);
  expect(amounts(await list({ kind: 'outflow' }))).toEqual(['7.00']);
  expect(amounts(await list({ from: '2026-03-11' }))).toEqual(['7.00']);
  expect((await list({ from: '2026-03-10', to: '2026-03-10' })).lines).toHaveLength(50);
  expect((await list({ to: '2026-03-09' })).lines).toEqual([]);
  expect((await list({ account: 'paid' })).lines).toEqual([]);
  expect((await list({ asset: 'EURX' })).lines).toEqual([]);
});

test('a page that looked through enough says how far it got and goes on from there', async () => {
  const wanted = {
    merchantId: own(),
    account: 'paid' as const,
    to: (await list({ kind: 'outflow' })).lines[0]?.posting,
  };
  const first = await walkPostings(portal.db, wanted, null, 5, 100);
  expect(first).toEqual({ ids: [], stoppedAt: expect.stringMatching(/^ps_/) });
  const second = await walkPostings(portal.db, wanted, first.stoppedAt, 5, 100);
  expect(second).toEqual({ ids: [], stoppedAt: null });
});

test('a kind that no claim makes, a network and an asset are found however far back, or said to be nowhere, in one look', async () => {
  const look = (given: object) => walkPostings(portal.db, { merchantId: own(), ...given }, null, 1, 1);
  const [newest] = (await list()).lines;
  const [deposit] = (await list({ kind: 'deposit' })).lines;
  expect(await look({ kind: 'deposit' })).toEqual({ ids: [deposit?.posting], stoppedAt: null });
  expect(await look({ kind: 'deposit', symbol: 'USDT' })).toEqual({ ids: [deposit?.posting], stoppedAt: null });
  expect(await look({ chain: 'local' })).toEqual({ ids: [newest?.posting], stoppedAt: null });
  for (const given of [
    { kind: 'reversal' },
    { chain: 'base' },
    { symbol: 'EURX' },
    { chain: 'base', symbol: 'USDT' },
  ]) {
    expect(await look(given)).toEqual({ ids: [], stoppedAt: null });
  }
});

test('lines of an account that is seldom touched are found however far back, each once, with other filters and without', async () => {
  const walk = async (given: object) => {
    const seen: string[] = [];
    let after: string | null = null;
    let steps = 0;
    do {
      const { ids, stoppedAt }: Step = await walkPostings(portal.db, { merchantId: own(), ...given }, after, 7, 10);
      seen.push(...ids);
      after = ids.length === 7 ? (ids.at(-1) ?? null) : stoppedAt;
      steps += 1;
    } while (after && steps < 100);
    return seen;
  };
  const deposits = await portal.sql`select id from postings
    where merchant_id = ${own()} and kind = 'deposit' order by id desc`;
  const ids = deposits.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(100);
  expect(await walk({ account: 'external', kind: 'deposit' })).toEqual(ids);
  expect(await walk({ account: 'external', symbol: 'USDT', chain: 'local' })).toEqual(ids);
  expect(await walk({ account: 'external', symbol: 'EURX' })).toEqual([]);
  const [suspense, ...others] = await walk({ account: 'suspense' });
  expect([suspense, others]).toEqual([expect.stringMatching(/^ps_/), []]);
});

test('a posting shows its lines, its log on the chain, and what took it back', async () => {
  const { lines: found } = await list({ kind: 'outflow' });
  const id = found[0]?.posting ?? '';
  await portal.db.transaction((tx) => reverse(tx, id, addSeconds(start, 90_000)));
  const browser = await browserOf();
  const read = async (posted: string) => (await browser.send(posting.GET, { params: { id: posted } })).json();
  const shown = await read(id);
  expect(shown).toMatchObject({
    kind: 'outflow',
    log: { chain: 'local', hash, log_index: 4 },
    lines: [{ from: 'available', to: 'suspense', amount: '7.00' }],
    reverses: null,
  });
  expect(await read(shown.reversed_by)).toMatchObject({ kind: 'reversal', reverses: id, log: null });
});

const printed = (kind: PostingKind, subject: [PostingSubject, string], log: LogPlace | null, round = 1) =>
  printOrigin({
    ...{ kind, subjectKind: subject[0], subjectId: subject[1], chain: 'base', symbol: 'USDT', round, reverses: null },
    ...(log ?? { blockNumber: null, blockHash: null, hash: null, logIndex: null }),
  });

test.each([
  [printed('settle', ['payout', 'po_x'], logAt(77, 12)), `base:0xb:${hash}:12`],
  [printed('settle', ['payout', 'po_x'], logAt(77, 12), 2), `base:0xb:${hash}:12:2`],
  [printed('deposit', ['vault', 'va_x'], logAt(77, 3)), `base:77:0xb:${hash}:3:va_x`],
  [printed('deposit', ['vault', 'va_x'], null), 'opening:va_x:USDT'],
  [printed('reserve', ['payout', 'po_x'], null), 'po_x:1'],
])('an origin is printed as %s', (text, expected) => {
  expect(text).toBe(expected);
});

test('balances are the sums of the lines, rolled up or not, and add up to zero', async () => {
  const look = async () => (await (await browserOf()).send(ledger.GET)).json();
  const before = (await look()).assets;
  await rollUpBalances(await ctx());
  expect((await look()).assets).toEqual(before);
  const [{ accounts }] = before;
  const total = accounts.reduce((sum: number, { balance }: { balance: string }) => sum + Number(balance), 0);
  expect(Math.abs(total)).toBeLessThan(1e-9);
});

test('the export has every line that the list has, its reader is in the audit, and others’ lines are not in it', async () => {
  const answer = await (await browserOf()).send(exported.GET, { query: '?kind=deposit' });
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="ledger-\d{4}-\d\d-\d\d\.csv"$/);
  const records = (await answer.text()).trim().split('\r\n');
  expect(records).toHaveLength(121);
  expect(records[1]).toMatch(
    /^ps_\w+,deposit,2026-03-10T12:02:00\.000Z,local,USDT,external,available,0\.00012,,,local:120:/,
  );
  const rows =
    await portal.sql`select detail from audit_lines where action = 'ledger.exported' and merchant_id = ${own()}`;
  expect(rows.at(-1)?.detail).toEqual({ filters: { kind: 'deposit' } });
});

test('a check says that the books are right, and names what is not', async () => {
  const right = bookCheck.parse(await (await (await browserOf()).send(check.POST, { method: 'POST' })).json());
  expect(right.faults).toEqual([]);
  // Only what is older than every running transaction is rolled up, and other tests share the server.
  const rolledUp = async () => {
    await rollUpBalances(await ctx());
    return portal.db.$count(balances);
  };
  await expect.poll(rolledUp, { timeout: 60_000 }).toBeGreaterThan(0);
  await portal.db.update(balances).set({ amount: 1n });
  state.now = addSeconds(new Date(), 60);
  const { faults } = await checkBooks(await ctx());
  expect(faults.map(({ kind, account }) => [kind, account])).toContainEqual(['sum', 'available']);
  expect(faults.some(({ kind }) => kind === 'total')).toBe(true);
  const again = await checkBooks(await ctx());
  expect(again.checked_at).toBe(state.now.toISOString());
  const shown = await (await (await browserOf()).send(ledger.GET)).json();
  expect(shown.check.faults).toEqual(faults);
});

test.each([
  ['nobody made one', null, 5, 'unchecked'],
  ['it was made before the first account', { accounts: 0, hoursAgo: 1 }, 5, 'partial'],
  ['it looked at nothing, and there is nothing', { accounts: 0, hoursAgo: 1 }, 0, 'partial'],
  ['an account is newer than it', { accounts: 4, hoursAgo: 1 }, 5, 'partial'],
  ['it is more than a day old', { accounts: 5, hoursAgo: 26 }, 5, 'old'],
  ['it saw every account within a day', { accounts: 5, hoursAgo: 24 }, 5, 'right'],
] as const)('a check without a fault says what it looked at: %s', (_, made, accounts, standing) => {
  const check = made && {
    ...{ accounts: made.accounts, faults: [] },
    checked_at: addSeconds(start, -made.hoursAgo * 3_600).toISOString(),
  };
  expect(standingOf(check, accounts, start)).toBe(standing);
});

test('books that nobody looked at for a day are checked by the worker, each once', async () => {
  state.now = addSeconds(new Date(), 3 * 86_400);
  const worker = await ctx();
  const done: boolean[] = [];
  do done.push(await checkDueBooks(worker));
  while (done.at(-1));
  expect(done.slice(0, -1)).not.toEqual([]);
  const rows = await portal.sql`select merchant_id from book_checks where checked_at = ${state.now.toISOString()}`;
  expect(rows.map(({ merchant_id }) => merchant_id).toSorted()).toEqual(
    [own(), state.other?.merchantId ?? ''].toSorted(),
  );
});

test.each(roles)('the role %s may read the books and have them added up', async (role) => {
  const browser = await browserOf(role);
  for (const [handler, sent] of [
    [ledger.GET, {}],
    [lines.GET, {}],
    [check.POST, { method: 'POST' }],
  ] as const) {
    expect((await browser.send(handler, sent)).status).toBe(200);
  }
});

test('another merchant’s books stay closed, also to a reader who knows the id of a posting', async () => {
  const [theirs] = await portal.sql`select id from postings where subject_id = 'secret'`;
  const browser = await browserOf('owner');
  expect((await browser.send(posting.GET, { params: { id: theirs?.id } })).status).toBe(404);
  const stranger = await browserOf('owner', state.other?.merchantId);
  const { lines: found } = await (await stranger.send(lines.GET)).json();
  expect(found).toHaveLength(1);
});

test('what the list does not understand is a problem at its field', async () => {
  const answer = await (await browserOf()).send(lines.GET, { query: '?account=mine&from=yesterday' });
  const { status, errors } = await answer.json();
  expect([status, errors.map(({ field }: { field: string }) => field).toSorted()]).toEqual([422, ['account', 'from']]);
});

test('a merchant’s first accounts are checked at once, not a day after a check of nothing', async () => {
  const merchant = await portal.newMerchant();
  const { now } = state;
  const checkedAt = addSeconds(now, -1);
  await saveCheck(portal.db, { merchantId: merchant.merchantId, checkedAt, accounts: 0, faults: [] });
  await book(merchant.merchantId, 'deposit', 'first', now, deposit(5n));
  const rolledUp = async () => {
    await rollUpBalances(await ctx());
    return portal.db.$count(balances, eq(balances.merchantId, merchant.merchantId));
  };
  await expect.poll(rolledUp, { timeout: 60_000 }).toBe(2);
  const worker = await ctx();
  while (await checkDueBooks(worker));
  expect((await findCheck(portal.db, merchant.merchantId))?.accounts).toBe(2);
});

test('a check from a clock that ran ahead keeps no worker busy', async () => {
  const merchant = await portal.newMerchant();
  await book(merchant.merchantId, 'deposit', 'ahead', state.now, deposit(5n));
  const checkedAt = addSeconds(state.now, 60);
  await saveCheck(portal.db, { merchantId: merchant.merchantId, checkedAt, accounts: 0, faults: [] });
  const rolledUp = async () => {
    await rollUpBalances(await ctx());
    return portal.db.$count(balances, eq(balances.merchantId, merchant.merchantId));
  };
  await expect.poll(rolledUp, { timeout: 60_000 }).toBe(2);
  expect(await checkDueBooks(await ctx())).toBe(false);
});
