import { beforeAll, expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { sendClaim } from '@/lib/claims/send-claim';
import { viewClaim } from '@/lib/claims/view';
import { eventsOf } from '@/lib/payouts/testing/events';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { relayClaims } from '@/lib/relay/batches/jobs';
import { testRelay } from '@/lib/relay/testing/relay';

const world = testWorld();
const relay = testRelay(world);
const customer = demoAccount('customer').address;
const claims = () => relayClaims(world.system(), 'local');
const ask = (token: string, address = customer) => sendClaim(world.claimant(), token, { address });

beforeAll(async () => {
  await relay.add();
});

test('a claim that the portal sends is paid, and its holder sees each step of it', async () => {
  const payout = await world.newPayout();
  expect((await viewClaim(world.claimant(), payout.token)).relay).toMatchObject({ offered: true, state: null });
  expect(await ask(payout.token)).toMatchObject({ status: 'pending', relay: { state: 'queued', address: customer } });
  await world.passTime(2);
  await claims();
  expect(await ask(payout.token)).toMatchObject({ relay: { state: 'sending' } });
  await relay.step();
  await claims();
  expect(await viewClaim(world.claimant(), payout.token)).toMatchObject({
    status: 'processing',
    relay: { state: 'sent', offered: false },
    transfer: { status: 'submitted' },
  });
  await world.settle();
  await relay.step();
  await claims();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed' });
  expect((await viewClaim(world.claimant(), payout.token)).relay).toMatchObject({ state: 'paid' });
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created', 'payout.processing', 'payout.completed']);
  const [row] = await world.database.sql`select status, cost::text from relayed_claims where payout_id = ${payout.id}`;
  expect(row).toEqual({ status: 'paid', cost: expect.stringMatching(/^[1-9]\d+$/) });
});
