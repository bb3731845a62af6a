import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { goodManners } from '@/e2e/support/shkeeper/manners';
import { testGateway } from '@/lib/gateways/testing/test-gateway';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { decideSubmission } from './decide';
import { followSubmissions } from './follow';
import { submitPayouts } from './submit';
import { listSubmissions } from './view';

const world = testWorld();
const gateway = testGateway(world);

beforeAll(async () => {
  await gateway.setUp();
});
beforeEach(() => gateway.server().behave(goodManners));

const latest = async (id: string) => (await listSubmissions(world.merchant(), id))[0] ?? expect.unreachable();
const owed = (amount: string) => {
  const recipient = { type: 'wallet', address: privateKeyToAddress(generatePrivateKey()) };
  return world.newPayout({ rail: 'shkeeper', recipient, amount });
};

/** The worker's rounds, and then a minute in final blocks. */
async function work(): Promise<void> {
  await submitPayouts(world.system(), 'local');
  await gateway.server().wallet.idle();
  await world.settle();
  await world.passTime(61);
  await followSubmissions(world.system(), 'local');
  await world.passTime(61);
  await world.settle();
}

test('where the recipient has most of it, the whole is sent on top only if a person says just that', async () => {
  gateway.server().behave({ platformFeePercent: 10 });
  const payout = await owed('40.00');
  await work();
  gateway.server().behave(goodManners);
  const { id } = await latest(payout.id);
  const decision = { decision: 'not_sent', reason: 'Its page shows nothing' } as const;
  await expect(decideSubmission(world.member('owner'), id, decision)).rejects.toMatchObject({
    ...{ code: 'submission_state', facts: { field: 'pay_again' } },
    message: expect.stringContaining('paid this recipient 36.00, by 0x'),
  });
  await work();
  expect(await listSubmissions(world.merchant(), payout.id)).toHaveLength(1);
  await decideSubmission(world.member('owner'), id, { ...decision, pay_again: true });
  await work();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('what its worker lacks money for after all waits as awaiting funds, and is paid once there is enough, once', async () => {
  gateway.server().behave({ failBeforeSending: 'Have not enough tokens on fee account, need 50 have 49' });
  const payout = await owed('50.00');
  const before = gateway.server().wallet.sent.length;
  await work();
  expect(await view(world, payout.id)).toMatchObject({
    ...{ status: 'pending', awaiting_funds: true, obstacle: { cause: 'gateway_funds' } },
  });
  gateway.server().behave(goodManners);
  await work();
  await work();
  expect((await view(world, payout.id)).status).toBe('completed');
  expect(gateway.server().wallet.sent.length - before).toBe(1);
});
