import { expect, test, vi } from 'vitest';
import { interleaver, sortOutcomes } from '@/db/testing/interleave';
import { demoAccount } from '@/demo/accounts';
import type { Context } from '@/lib/access/actor';
import { balanceOf } from '@/lib/ledger/balance';
import { checkMerchant } from '@/lib/ledger/checks/check';
import { rollUpBalances } from '@/lib/ledger/roll-up';
import { watchVaults } from '@/lib/obstacles/watch-vaults';
import { reissueLink } from '@/lib/payouts/mails/reissue-link';
import { createPayoutBody } from '@/lib/payouts/schema';
import { createPayout } from '@/lib/payouts/terms/create';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { lapsePayouts } from '@/lib/unpaid/lapse';
import { cancelOnChain } from './cancel-on-chain';
import { claimPayout } from './claim';
import { reportTransfer } from './report-transfer';
import type { ClaimAnswer } from './schema';

// One case is dozens of runs; how long that takes depends on what else the machine does.
vi.setConfig({ testTimeout: 180_000 });

const world = testWorld();
const { interleavings } = interleaver(world.database);
const customer = demoAccount('customer').address;
const other = demoAccount('other').address;

type Subject = { id: string; token: string; body: Record<string, unknown>; claimId: bigint; invented: string };
/** What a verb answered that must stay true: until when something signed may be paid, from when a cancellation counts. */
type Call = ClaimAnswer['transfer'];
type Answer = { deadline?: string; call?: Call; effective?: string };
type Verb = (ctx: Context, subject: Subject) => Promise<Answer>;

const claimTo =
  (address: `0x${string}`): Verb =>
  async (ctx, { token }) => {
    const claim = await claimPayout({ ...ctx, actor: { kind: 'claimant' } }, token, { address });
    return { deadline: claim.expires_at, call: claim.transfer };
  };

/** What can be done with one payout that waits for its claim, by whom it may be. */
const verbs: Record<string, Verb> = {
  claim: claimTo(customer),
  'claim to another wallet': claimTo(other),
  cancel: async (ctx, { id }) => {
    const { status, cancellation } = await cancelPayout(ctx, id);
    return { effective: cancellation?.effective_at ?? status };
  },
  'new link': async (ctx, { id }) => {
    await reissueLink(ctx, id);
    return {};
  },
  'create again': async (ctx, { body }) => {
    const again = { ...ctx, requestKey: String(body.reference) };
    await createPayout(again, createPayoutBody.parse(body));
    return {};
  },
  'burn its id': async (ctx, { claimId }) => {
    const vault = demoAccount('vault').address.toLowerCase();
    const place = { blockNumber: 1n, blockHash: `0x${'b1'.repeat(32)}` };
    await cancelOnChain(ctx, 'local', { vault, word: claimId >> 8n, mask: 1n << (claimId & 255n), ...place });
    return {};
  },
  lapse: async (ctx) => {
    await lapsePayouts({ ...ctx, actor: { kind: 'system', job: 'test' } }, 'local');
    return {};
  },
  'look at the vaults': async (ctx) => {
    const always = { calm: 0, troubled: 0 };
    await watchVaults({ ...ctx, actor: { kind: 'system', job: 'test' } }, 'local', always);
    return {};
  },
  report: async (ctx, { token, invented: hash }) => {
    await reportTransfer({ ...ctx, actor: { kind: 'claimant' } }, token, { hash });
    return {};
  },
};

async function newSubject(): Promise<Subject> {
  const reference = crypto.randomUUID();
  const body = { amount: '25.00', asset: 'USDT', chain: 'local', recipient: { type: 'anyone' }, reference };
  const ctx = { ...world.merchant(), requestKey: reference };
  const made = await createPayout(ctx, createPayoutBody.parse(body));
  const [row] = await world.database.sql`select claim_id::text from payouts where id = ${made.id}`;
  const token = made.claim_url.split('/p/')[1] ?? '';
  const invented = `0x${reference.replaceAll('-', '').repeat(2)}`;
  return { id: made.id, token, body, claimId: BigInt(row?.claim_id), invented };
}

/** What must hold after any two of them, whichever was first. */
async function expectAllowed({ id }: Subject, answers: Answer[]): Promise<void> {
  const { status } = await view(world, id);
  const [row] = await world.database.sql`
    select extract(epoch from p.signed_until)::float8 as signed, extract(epoch from live.earlier_until)::float8 as earlier,
      extract(epoch from out.deadline)::float8 as recorded, live.links, revoked.links as replaced, moving.transfers
    from payouts p
    cross join lateral (select count(*)::int as links, max(earlier_until) as earlier_until
      from claim_links where payout_id = p.id and revoked_at is null) live
    cross join lateral (select count(*)::int as links from claim_links where payout_id = p.id and revoked_at is not null) revoked
    cross join lateral (select max(deadline) as deadline from vouchers where payout_id = p.id) out
    cross join lateral (select count(*)::int as transfers from transfers
      where payout_id = p.id and status in ('prepared', 'submitted', 'confirming', 'unknown')) moving
    where p.id = ${id}`;
  const deadlines = answers.flatMap(({ deadline }) => (deadline ? [Date.parse(deadline) / 1000] : []));
  const effective = answers.flatMap((answer) => (answer.effective ? [Date.parse(answer.effective) / 1000] : []));
  const stated = [row?.signed, row?.recorded, ...effective, ...(row?.replaced > 0 ? [row?.earlier] : [])];
  const broken = deadlines.flatMap((deadline) => [
    ...stated.filter((until) => !(until >= deadline)),
    ...(status === 'cancelled' || status === 'expired' ? [status] : []),
  ]);
  expect(broken).toEqual([]);
  expect(row?.links).toBe(1);
  expect(row?.transfers).toBeLessThanOrEqual(1);
}

const all = Object.entries(verbs);
const pairs = all
  .flatMap(([first, one]) => all.map(([second, other]) => ({ first, second, one, other })))
  .map((pair, turn) => ({ ...pair, turn }));
const handedOut: Call[] = [];

test.each(pairs)('$first, stopped before each of its statements, and $second end in an allowed state', async (pair) => {
  const runs = interleavings(
    pair,
    newSubject,
    (db, subject) => pair.one({ ...world.merchant(), db }, subject),
    (subject) => pair.other(world.merchant(), subject),
  );
  for await (const { subject, outcomes } of runs) {
    const { answers, faults } = sortOutcomes(outcomes);
    expect(faults).toEqual([]);
    await expectAllowed(subject, answers);
    handedOut.push(...answers.flatMap(({ call }) => call ?? []));
  }
});

test('what was handed out meanwhile pays each payout once, and the books and the chain agree', async () => {
  for (const call of handedOut.slice(-60)) await world.send('customer', call);
  await world.settle();
  await rollUpBalances(world.system());
  expect((await checkMerchant(world.system(), world.merchantId)).faults).toEqual([]);
  const asset = { chain: 'local', symbol: 'USDT' } as const;
  const booked = (account: 'available' | 'committed') => balanceOf(world.database.db, world.merchantId, asset, account);
  expect((await booked('available')) + (await booked('committed'))).toBe(await world.vaultBalance());
});
