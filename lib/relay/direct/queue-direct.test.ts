import { beforeAll, expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { saveApprovalRule } from '@/lib/approvals/rules';
import { env } from '@/lib/kernel/env';
import { approvePayout } from '@/lib/payouts/approvals/approve';
import { findApprovalState } from '@/lib/payouts/approvals/list-approvals';
import { createPayoutBody } from '@/lib/payouts/schema';
import { validatePayout } from '@/lib/payouts/terms/validate';
import { eventsOf } from '@/lib/payouts/testing/events';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { relayClaims } from '@/lib/relay/batches/jobs';
import { reportRelay } from '@/lib/relay/claims/report';
import { testRelay } from '@/lib/relay/testing/relay';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { lapsePayouts } from '@/lib/unpaid/lapse';
import { queueDirect } from './queue-direct';

const world = testWorld();
const relay = testRelay(world);
let account = '';

const sendBody = {
  ...{ amount: '25.00', asset: 'USDT', chain: 'local', delivery: 'send', reference: 'not-there-yet' },
  recipient: { type: 'wallet', address: demoAccount('customer').address },
};
const sent = (given: object = {}) => world.newPayout({ delivery: 'send', ...given });
const queue = () => queueDirect(world.system(), 'local');
const statusOf = async (id: string) => (await view(world, id)).status;

async function rowsOf(id: string) {
  return world.database.sql`select status, because, cost::text from relayed_claims where payout_id = ${id} order by id`;
}

/** The worker's jobs, as often as it takes for what is due to be paid and final. */
async function work(): Promise<void> {
  await queue();
  await world.passTime(2);
  await relayClaims(world.system(), 'local');
  await relay.drive();
  await world.settle();
  await relay.step();
  await relayClaims(world.system(), 'local');
}

beforeAll(async () => {
  await expect(sent()).rejects.toMatchObject({ code: 'delivery_unavailable', facts: { field: 'delivery' } });
  account = (await relay.add()).address;
});
test('it is paid without anybody asking, and told as every other', async () => {
  const payout = await sent();
  expect(payout).toMatchObject({ delivery: 'send', status: 'pending', claim_url: expect.stringMatching(/\/p\//) });
  const before = await world.vaultBalance();
  await work();
  expect(await view(world, payout.id)).toMatchObject({
    ...{ status: 'completed', delivery: 'send' },
    relay: {
      state: 'paid',
      reason: null,
      network_fee: { currency: 'ETH', amount: expect.stringMatching(/^0\.0*[1-9]/) },
    },
  });
  expect(before - (await world.vaultBalance())).toBe(25_000_000n);
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created', 'payout.processing', 'payout.completed']);
  expect(await rowsOf(payout.id)).toMatchObject([{ status: 'paid', cost: expect.stringMatching(/^[1-9]/) }]);
});

test('workers that take it at once put it into the queue once', async () => {
  const payout = await sent();
  await Promise.all(Array.from({ length: 8 }, queue));
  await queue();
  expect(await rowsOf(payout.id)).toHaveLength(1);
  await work();
  expect(await rowsOf(payout.id)).toMatchObject([{ status: 'paid' }]);
});

test('nothing is sent before it is approved, and it is sent then', async () => {
  const member = world.member('owner');
  const rule = { chain: 'local', asset: 'USDT', one_from: '100.00', two_from: null, new_destination: false } as const;
  await saveApprovalRule(member, rule);
  const payout = await sent({ amount: '100.00' });
  await work();
  expect([await statusOf(payout.id), await rowsOf(payout.id)]).toEqual(['awaiting_approval', []]);
  const state = await findApprovalState(world.member('approver'), payout.id);
  await approvePayout(world.member('approver'), payout.id, { digest: state?.digest ?? '' });
  await work();
  expect(await statusOf(payout.id)).toBe('completed');
});

test('while the vault is empty it waits, its merchant is told once, and it goes on by itself', async () => {
  await world.drainVault();
  const payout = await sent();
  await world.watchVaults();
  await work();
  expect(await view(world, payout.id)).toMatchObject({ status: 'pending', obstacle: { cause: 'funds' } });
  expect(await rowsOf(payout.id)).toEqual([]);
  await world.fillVault();
  await world.watchVaults();
  await work();
  expect(await statusOf(payout.id)).toBe('completed');
  expect((await eventsOf(world, payout.id)).filter((event) => event === 'payout.awaiting_funds')).toHaveLength(1);
});

test('while our accounts are empty it waits and blames nobody, and goes on by itself', async () => {
  await relay.fund(account, '0');
  await world.passTime(30);
  await relay.step();
  const payout = await sent();
  const asked = await validatePayout(world.merchant(), createPayoutBody.parse(sendBody));
  expect(asked.warnings.map(({ code }) => code)).toEqual(['sending_waits']);
  await work();
  expect(await view(world, payout.id)).toMatchObject({
    ...{ status: 'pending', obstacle: null, awaiting_funds: false },
    relay: { state: 'queued', reason: 'accounts_low' },
  });
  expect(await rowsOf(payout.id)).toMatchObject([{ status: 'queued' }]);
  await relay.fund(account, '10');
  await world.passTime(30);
  await relay.step();
  await work();
  expect(await statusOf(payout.id)).toBe('completed');
});

test('beyond the merchant’s budget of the day nothing more is queued', async () => {
  const { sql } = world.database;
  const [used, payout] = [await sent(), await sent()];
  const now = new Date(Date.now() + 3_600_000).toISOString();
  await sql`insert into relayed_claims
    (id, merchant_id, payout_id, chain, recipient, status, not_before, created_at, updated_at)
    select 'rl_' || n, merchant_id, id, chain, recipient_address, 'ended', ${now}, ${now}, ${now}
    from payouts, generate_series(1, ${env.RELAY_DAY_PER_MERCHANT}) n where id = ${used.id}`;
  // The job rests until its next turn, however much waits for the budget.
  expect(await queueDirect(world.system(), 'local', 1)).toBe(false);
  expect(await rowsOf(payout.id)).toEqual([]);
  await sql`update relayed_claims set created_at = created_at - interval '2 days'`;
  await work();
  expect(await statusOf(payout.id)).toBe('completed');
});

test('what is cancelled or out of time is never sent', async () => {
  const [cancelled, late] = [await sent(), await sent({ expires_in: 60 })];
  await cancelPayout(world.merchant(), cancelled.id);
  await world.passTime(61);
  await work();
  await lapsePayouts(world.system(), 'local');
  expect([await statusOf(cancelled.id), await statusOf(late.id)]).toEqual(['cancelled', 'expired']);
  expect([await rowsOf(cancelled.id), await rowsOf(late.id)]).toEqual([[], []]);
});

test('the operator reads what a merchant’s claims took, and what is in no block although it should be', async () => {
  const report = () => reportRelay(world.database.db, world.system().clock.now());
  await sent();
  await queue();
  await world.passTime(2);
  await relayClaims(world.system(), 'local');
  await relay.step();
  expect((await report()).overdue).toEqual([]);
  await world.passTime(61);
  const { overdue, day } = await report();
  expect(overdue).toMatchObject([{ chain: 'local', status: 'sent', nonce: expect.any(Number) }]);
  const spent = { merchant: 'Demo Store', chain: 'local', currency: 'ETH', claims: 2, waiting: 0 };
  expect(day).toMatchObject([{ ...spent, networkFee: expect.stringMatching(/^0\.0*[1-9]/) }]);
});

test('one that may be sent, and what becomes of it, stirs the workers of its chain', async () => {
  const words: string[] = [];
  const ear = await world.database.sql.listen('work', (word) => words.push(word));
  const stirred = () => words.filter((word) => word === 'chain local').length;
  await world.newPayout();
  await sent();
  await expect.poll(stirred).toBe(1);
  await queue();
  await expect.poll(stirred).toBe(2);
  await ear.unlisten();
});
