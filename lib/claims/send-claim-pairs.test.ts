import { beforeAll, expect, test, vi } from 'vitest';
import { interleaver, sortOutcomes } from '@/db/testing/interleave';
import { demoAccount } from '@/demo/accounts';
import type { Context } from '@/lib/access/actor';
import { reissueLink } from '@/lib/payouts/mails/reissue-link';
import { testWorld } from '@/lib/payouts/testing/world';
import { buildBatch } from '@/lib/relay/batches/build-batch';
import { testRelay } from '@/lib/relay/testing/relay';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { claimPayout } from './claim';
import { sendClaim } from './send-claim';

vi.setConfig({ testTimeout: 120_000 });

const world = testWorld();
const relay = testRelay(world);
const { interleavings } = interleaver(world.database);
const customer = demoAccount('customer').address;
const other = demoAccount('other').address;

type Subject = { id: string; token: string };
type Verb = (ctx: Context, subject: Subject) => Promise<unknown>;

const sendTo =
  (address: string): Verb =>
  (ctx, { token }) =>
    sendClaim({ ...ctx, actor: { kind: 'claimant' } }, token, { address });
const build: Verb = (ctx) => buildBatch({ ...ctx, actor: { kind: 'system', job: 'test' } }, 'local');
const cancel: Verb = (ctx, { id }) => cancelPayout(ctx, id);
const newLink: Verb = (ctx, { id }) => reissueLink({ ...world.member('owner'), db: ctx.db }, id);
const claim: Verb = (ctx, { token }) =>
  claimPayout({ ...ctx, actor: { kind: 'claimant' } }, token, { address: customer });

beforeAll(async () => {
  await relay.add();
});

async function fresh(): Promise<Subject> {
  return world.newPayout({ recipient: { type: 'anyone' } });
}

/** Asked for, and due. */
async function queued(): Promise<Subject> {
  const payout = await fresh();
  await sendClaim(world.claimant(), payout.token, { address: customer });
  await world.database
    .sql`update relayed_claims set not_before = now() - interval '1 minute' where payout_id = ${payout.id}`;
  return payout;
}

/** Out of the way of the next batch. */
async function clear({ id }: Subject): Promise<void> {
  await world.database.sql`delete from relayed_claims where payout_id = ${id}`;
  await world.database.sql`update relay_sends set status = 'lapsed', final_at = now() where status = 'waiting'`;
}

/** What must hold after any two of them, in either order. */
async function faultsOf({ id }: Subject): Promise<string[]> {
  const rows = await world.database.sql`
    select p.status, r.status as relayed, r.recipient, live.earlier_until, revoked.links as replaced,
      p.cancel_requested_at is not null as cancelling,
      (select count(*)::int from relayed_claims where payout_id = p.id and status in ('queued', 'under_way')) as live,
      (select max(deadline) from vouchers v where v.payout_id = p.id and v.recipient = r.recipient) as deadline
    from payouts p join relayed_claims r on r.payout_id = p.id
    cross join lateral (select earlier_until from claim_links where payout_id = p.id and revoked_at is null) live
    cross join lateral (select count(*)::int as links from claim_links where payout_id = p.id and revoked_at is not null) revoked
    where p.id = ${id}`;
  return rows.flatMap((row) => [
    ...(row.live > 1 ? ['two are live'] : []),
    ...(row.relayed === 'under_way' && !row.deadline ? ['sent without a voucher for its recipient'] : []),
    ...(row.relayed === 'under_way' && row.status === 'cancelled' ? ['sent although it is told as cancelled'] : []),
    ...(row.relayed === 'under_way' && row.replaced > 0 && !(row.earlier_until >= row.deadline)
      ? ['sent although its link was replaced, which said that nothing is out']
      : []),
  ]);
}

test.each([
  ['send', 'send to another address', fresh, sendTo(customer), sendTo(other)],
  ['send', 'cancel', fresh, sendTo(customer), cancel],
  ['send', 'new link', fresh, sendTo(customer), newLink],
  ['new link', 'send', fresh, newLink, sendTo(customer)],
  ['cancel', 'send', fresh, cancel, sendTo(customer)],
  ['make a batch', 'make a batch', queued, build, build],
  ['make a batch', 'cancel', queued, build, cancel],
  ['make a batch', 'new link', queued, build, newLink],
  ['make a batch', 'claim', queued, build, claim],
  ['cancel', 'make a batch', queued, cancel, build],
  ['new link', 'make a batch', queued, newLink, build],
] as const)('%s, stopped before each of its statements, and %s end in an allowed state', async (...pair) => {
  const [, , newSubject, one, another] = pair;
  const runs = interleavings(
    { turn: pair[0].length + pair[1].length },
    newSubject,
    (db, subject) => one({ ...world.merchant(), db }, subject),
    (subject) => another(world.merchant(), subject),
    clear,
  );
  for await (const { subject, outcomes } of runs) {
    expect(sortOutcomes(outcomes).faults).toEqual([]);
    expect(await faultsOf(subject)).toEqual([]);
  }
});
