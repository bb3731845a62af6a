import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { beforeAll, expect, test } from 'vitest';
import { goodManners, type Manners } from '@/e2e/support/shkeeper/manners';
import { followSubmissions } from '@/lib/gateways/submissions/follow';
import { submitPayouts } from '@/lib/gateways/submissions/submit';
import { testGateway } from '@/lib/gateways/testing/test-gateway';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { testDesk } from '@/lib/reconcile/testing/desk';

const world = testWorld();
const desk = testDesk(world);
const gateway = testGateway(world);

beforeAll(async () => {
  await gateway.setUp();
  await world.settle();
});

test.each<[string, Partial<Manners>, string]>([
  ['keeps a share', { platformFeePercent: 10 }, 'not_as_agreed'],
  ['reports what the network refused', { revert: true }, 'payment_reverted'],
  ['names a hash of nothing that it paid', { revert: true, wrongHash: 'another' }, 'gateway_paid_otherwise'],
])('the close of a day in which a gateway %s names the payout, and it is not paid', async (_what, manners, code) => {
  gateway.server().behave(goodManners);
  const pay = async () => {
    const recipient = { type: 'wallet', address: privateKeyToAddress(generatePrivateKey()) };
    const payout = await world.newPayout({ rail: 'shkeeper', recipient, amount: '40.00' });
    await world.passTime(61);
    await submitPayouts(world.system(), 'local');
    await gateway.server().wallet.idle();
    await world.settle();
    await world.passTime(61);
    await followSubmissions(world.system(), 'local');
    return payout;
  };
  await pay();
  const another = gateway.server().wallet.sent.at(-1)?.hash ?? expect.unreachable();
  gateway.server().behave({ ...manners, wrongHash: manners.wrongHash ? another : null });
  const payout = await pay();
  for (const _ of ['the first close', 'the next']) {
    await desk.reconcile();
    const rows = await world.database.sql`select kind, reason_code from differences
      where status <> 'resolved' and payout_id = ${payout.id}`;
    expect([...rows]).toEqual([{ kind: 'transfer_unknown', reason_code: code }]);
  }
  expect((await view(world, payout.id)).status).toBe('processing');
});
