import { beforeAll, expect, test, vi } from 'vitest';
import { interleaver, sortOutcomes } from '@/db/testing/interleave';
import { demoAccount } from '@/demo/accounts';
import type { Context } from '@/lib/access/actor';
import { saveApprovalRule } from '@/lib/approvals/rules';
import { cancelOnChain } from '@/lib/claims/cancel-on-chain';
import { checkMerchant } from '@/lib/ledger/checks/check';
import { rollUpBalances } from '@/lib/ledger/roll-up';
import { eventsOf } from '@/lib/payouts/testing/events';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { approvePayout, rejectPayout } from './approve';
import { findApprovalState } from './list-approvals';

// One case is dozens of runs; how long that takes depends on what else the machine does.
vi.setConfig({ testTimeout: 180_000 });

const world = testWorld();
const { interleavings } = interleaver(world.database);

beforeAll(async () => {
  const rule = {
    chain: 'local',
    asset: 'USDT',
    one_from: '50.00',
    two_from: '100.00',
    new_destination: false,
  } as const;
  await saveApprovalRule(world.member('owner'), rule);
});

type Subject = { id: string; digest: string; claimId: bigint };
type Verb = (ctx: Context, subject: Subject) => Promise<unknown>;

const approveAs =
  (userId: string): Verb =>
  (ctx, { id, digest }) =>
    approvePayout({ ...ctx, actor: world.member('approver', userId).actor }, id, { digest });

/** What can be done with a payout that two must approve and one has approved. */
const verbs: Record<string, Verb> = {
  'the second consent': approveAs('us_bob'),
  'a third consent': approveAs('us_cleo'),
  'the first consent again': approveAs('us_ann'),
  rejection: (ctx, { id }) =>
    rejectPayout({ ...ctx, actor: world.member('approver', 'us_dan').actor }, id, { reason: 'Not ours' }),
  cancel: (ctx, { id }) => cancelPayout(ctx, id),
  'burning its id': (ctx, { claimId }) => {
    const vault = demoAccount('vault').address.toLowerCase();
    const place = { blockNumber: 1n, blockHash: `0x${'b1'.repeat(32)}` };
    return cancelOnChain(ctx, 'local', { vault, word: claimId >> 8n, mask: 1n << (claimId & 255n), ...place });
  },
};

async function newSubject(): Promise<Subject> {
  const { id } = await world.newPayout({ amount: '100.00' });
  const digest = (await findApprovalState(world.member('approver'), id))?.digest ?? expect.unreachable();
  await approvePayout(world.member('approver', 'us_ann'), id, { digest });
  const [row] = await world.database.sql`select claim_id::text from payouts where id = ${id}`;
  return { id, digest, claimId: BigInt(row?.claim_id) };
}

const allowed = [
  ['awaiting_approval', 'payout.created'],
  ['pending', 'payout.created', 'payout.approved'],
  ['cancelled', 'payout.created', 'payout.cancelled'],
  ['cancelled', 'payout.created', 'payout.approved', 'payout.cancelled'],
];

const all = Object.entries(verbs);
const pairs = all
  .flatMap(([first, one]) => all.map(([second, other]) => ({ first, second, one, other })))
  .map((pair, turn) => ({ ...pair, turn }));

test.each(pairs)('$first, stopped before each of its statements, and $second end in an allowed state', async (pair) => {
  const runs = interleavings(
    pair,
    newSubject,
    (db, subject) => pair.one({ ...world.merchant(), db }, subject),
    (subject) => pair.other(world.merchant(), subject),
  );
  for await (const { subject, outcomes } of runs) {
    expect(sortOutcomes(outcomes).faults).toEqual([]);
    const { status } = await view(world, subject.id);
    expect(allowed).toContainEqual([status, ...(await eventsOf(world, subject.id))]);
  }
});

test('the books hold what is still promised', async () => {
  await rollUpBalances(world.system());
  expect((await checkMerchant(world.system(), world.merchantId)).faults).toEqual([]);
});
