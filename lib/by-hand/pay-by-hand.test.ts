import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { previewBody } from '@/lib/by-hand/sightings/schema';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { claimPayout } from '@/lib/claims/claim';
import { viewClaim } from '@/lib/claims/view';
import { testDesk } from '@/lib/payouts/testing/desk';
import { eventsOf } from '@/lib/payouts/testing/events';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { preparePayment, previewPayment } from './prepare';
import { reportPayment } from './report';

const world = testWorld();
const desk = testDesk(world);
const payer = () => world.member('payer');
const stranger = () => privateKeyToAccount(generatePrivateKey()).address;
const newRecipient = () => ({ recipient: { type: 'wallet', address: stranger() } });
const twenty = () => Promise.all(Array.from({ length: 20 }, () => desk.owed(newRecipient())));
const statuses = (ids: string[]) => Promise.all(ids.map(async (id) => (await view(world, id)).status));

test('a payout by hand costs no fee, needs no vault, and its claim link only shows how it stands', async () => {
  const [owed, committed] = [await desk.balance('owed'), await desk.balance('committed')];
  const payout = await desk.owed();
  expect(payout).toMatchObject({ status: 'pending', rail: 'wallet', amount: '25.00', fee: '0.00', net: '25.00' });
  expect((await desk.balance('owed')) - owed).toBe(25_000_000n);
  expect(await desk.balance('committed')).toBe(committed);
  const shown = await viewClaim(world.claimant(), payout.token);
  expect(shown).toMatchObject({ rail: 'wallet', vault: null, status: 'pending', coverage: { state: 'funded' } });
  const claim = claimPayout(world.claimant(), payout.token, { address: demoAccount('customer').address });
  await expect(claim).rejects.toMatchObject({ code: 'payout_state' });
});

test.each([{ type: 'anyone' }, { type: 'email', email: 'a@example.com' }])(
  'a recipient of type $type is refused by hand',
  async (recipient) => {
    await expect(desk.owed({ recipient })).rejects.toMatchObject({ code: 'recipient_unsupported' });
  },
);

test('one payout is one transfer: previewed, signed, reported, completed once its block is final', async () => {
  const before = await desk.balance('paid');
  const payout = await desk.owed();
  const signing = await desk.prepareOne([payout.id]);
  expect(signing).toMatchObject({ way: 'transfer', sender_kind: 'key', count: 1, total: '25.00', asset: 'USDT' });
  const words = 'You send 25.00 USDT to 0x3C44Cd…4293BC, from your wallet 0x15d34A…2C6A65 on Local chain.';
  expect(signing.preview).toEqual([words]);
  expect(signing.network_fee).toMatchObject({ currency: 'ETH', enough: true });
  const [hash] = await desk.sign(signing.calls);
  const reported = await reportPayment(payer(), { signing_id: signing.id, hash });
  expect(reported.payments).toMatchObject([{ payout_id: payout.id, hash }]);
  await desk.look();
  expect(await view(world, payout.id)).toMatchObject({
    status: 'processing',
    transfer: { status: 'confirming', hash },
  });
  await desk.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { status: 'confirmed', hash } });
  expect((await desk.balance('paid')) - before).toBe(25_000_000n);
  expect(await eventsOf(world, payout.id)).toEqual(['payout.created', 'payout.processing', 'payout.completed']);
});

test('twenty payouts go out in one call of the contract, and twenty logs of one hash settle one each', async () => {
  const payouts = await twenty();
  const ids = payouts.map((payout) => payout.id);
  const signing = await desk.prepareOne(ids);
  expect(signing).toMatchObject({ way: 'disperse', count: 20, total: '500.00' });
  expect(signing.calls.map((call) => [call.does, call.to])).toEqual([
    ['allow', expect.anything()],
    ['pay', drawbridgeAddress],
  ]);
  const hashes = await desk.sign(signing.calls);
  await desk.settle();
  expect(new Set(await statuses(ids))).toEqual(new Set(['completed']));
  const rows = await world.database.sql`
    select distinct log_index from transfers where signing_id = ${signing.id} and hash = ${hashes[1] ?? ''} and status = 'confirmed'`;
  expect(rows).toHaveLength(20);
});

test('the same batch signed twice pays once: the contract has used up its ids', async () => {
  const payouts = await Promise.all([desk.owed(), desk.owed(newRecipient())]);
  const signing = await desk.prepareOne(
    payouts.map((payout) => payout.id),
    { way: 'disperse' },
  );
  const pay = signing.calls.at(-1) ?? expect.unreachable();
  await desk.sign(signing.calls);
  const [second] = await desk.sign([pay]);
  const receipt = await world.client().getTransactionReceipt({ hash: second ?? expect.unreachable() });
  expect(receipt.status).toBe('reverted');
  await desk.settle();
});

test.each([
  [{ capabilities: { calls_on: [31337] } }, 'calls', 2],
  [{ way: 'one_by_one' }, 'one_by_one', 2],
])('with %o many go %s', async (given, way, count) => {
  const payouts = await Promise.all([desk.owed(), desk.owed(newRecipient())]);
  const ids = payouts.map((payout) => payout.id);
  const signing = await desk.prepareOne(ids, given);
  expect(signing.way).toBe(way);
  expect(signing.calls).toHaveLength(count);
  await desk.sign(signing.calls);
  await desk.settle();
  expect(await statuses(ids)).toEqual(['completed', 'completed']);
});

test('a wallet that holds too little is told before anything is written', async () => {
  const payout = await desk.owed({ amount: '9999.00' });
  const poor = demoAccount('other').address;
  const preview = previewPayment(payer(), previewBody.parse({ payout_ids: [payout.id], sender: poor }));
  await expect(preview).rejects.toMatchObject({ code: 'wallet_short' });
});

test('neither an API key nor an approver pays, and another merchant finds nothing to pay', async () => {
  const payout = await desk.owed();
  const body = desk.body([payout.id]);
  await expect(preparePayment(world.merchant(), body)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(preparePayment(world.member('approver'), body)).rejects.toMatchObject({ code: 'forbidden' });
  const ctx = payer();
  const foreign = { ...ctx, actor: { ...ctx.actor, merchantId: 'mer_other' } };
  const preview = previewBody.parse({ payout_ids: [payout.id], sender: desk.sender });
  await expect(previewPayment(foreign, preview)).rejects.toMatchObject({ code: 'not_found' });
});
