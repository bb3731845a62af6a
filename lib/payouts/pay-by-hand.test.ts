import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { drawbridgeAddress } from '@/lib/chains/deployments';
import { cancelPayout } from './cancel';
import { claimPayout } from './claim';
import { lapsePayouts } from './lapse';
import { previewBody } from './payment-schema';
import { preparePayment, previewPayment } from './prepare-payment';
import { rejectPayment, reportPayment } from './report-payment';
import { testDesk } from './testing/desk';
import { eventsOf } from './testing/events';
import { view } from './testing/view';
import { testWorld } from './testing/world';
import { viewClaim } from './view-claim';

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
  const batch = await desk.prepareOne([payout.id]);
  expect(batch).toMatchObject({ way: 'transfer', sender_kind: 'key', count: 1, total: '25.00', asset: 'USDT' });
  const words = 'You send 25.00 USDT to 0x3C44Cd…4293BC, from your wallet 0x15d34A…2C6A65 on Local chain.';
  expect(batch.preview).toEqual([words]);
  expect(batch.network_fee).toMatchObject({ currency: 'ETH', enough: true });
  const [hash] = await desk.sign(batch.calls);
  const reported = await reportPayment(payer(), { batch_id: batch.id, hash });
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
  const batch = await desk.prepareOne(ids);
  expect(batch).toMatchObject({ way: 'disperse', count: 20, total: '500.00' });
  expect(batch.calls.map((call) => [call.does, call.to])).toEqual([
    ['allow', expect.anything()],
    ['pay', drawbridgeAddress],
  ]);
  const hashes = await desk.sign(batch.calls);
  await desk.settle();
  expect(new Set(await statuses(ids))).toEqual(new Set(['completed']));
  const rows = await world.database.sql`
    select distinct log_index from transfers where batch_id = ${batch.id} and hash = ${hashes[1] ?? ''} and status = 'confirmed'`;
  expect(rows).toHaveLength(20);
});

test('the same batch signed twice pays once: the contract has used up its ids', async () => {
  const payouts = await Promise.all([desk.owed(), desk.owed(newRecipient())]);
  const batch = await desk.prepareOne(
    payouts.map((payout) => payout.id),
    { way: 'disperse' },
  );
  const pay = batch.calls.at(-1) ?? expect.unreachable();
  await desk.sign(batch.calls);
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
  const batch = await desk.prepareOne(ids, given);
  expect(batch.way).toBe(way);
  expect(batch.calls).toHaveLength(count);
  await desk.sign(batch.calls);
  await desk.settle();
  expect(await statuses(ids)).toEqual(['completed', 'completed']);
});

test('closing the tab right after signing loses nothing', async () => {
  const payout = await desk.owed(newRecipient());
  const batch = await desk.prepareOne([payout.id]);
  await desk.sign(batch.calls);
  await desk.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed' });
});

test('two payouts of one amount to one person are two payments', async () => {
  const payouts = await Promise.all([desk.owed(), desk.owed()]);
  const ids = payouts.map((payout) => payout.id);
  const batch = await desk.prepareOne(ids, { way: 'one_by_one' });
  await desk.sign(batch.calls.slice(0, 1));
  await desk.settle();
  expect((await statuses(ids)).sort()).toEqual(['completed', 'pending']);
  await desk.sign(batch.calls.slice(1));
  await desk.settle();
  expect(await statuses(ids)).toEqual(['completed', 'completed']);
});

test('a transfer sped up in the wallet completes under its new hash', async () => {
  const payout = await desk.owed(newRecipient());
  const batch = await desk.prepareOne([payout.id]);
  const [call] = batch.calls;
  const nonce = await world.client().getTransactionCount({ address: desk.sender, blockTag: 'pending' });
  const first = await world.send('admin', call ?? expect.unreachable(), { nonce, tipGwei: 1 });
  await reportPayment(payer(), { batch_id: batch.id, hash: first });
  await desk.look();
  expect((await view(world, payout.id)).status).toBe('processing');
  const second = await world.send('admin', call ?? expect.unreachable(), { nonce, tipGwei: 3 });
  await desk.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { hash: second } });
});

test('one that the wallet cancelled by its nonce is offered again, but only once the cancellation is final', async () => {
  const payout = await desk.owed(newRecipient());
  const batch = await desk.prepareOne([payout.id]);
  const [call] = batch.calls;
  const nonce = await world.client().getTransactionCount({ address: desk.sender, blockTag: 'pending' });
  const hash = await world.send('admin', call ?? expect.unreachable(), { nonce, tipGwei: 1 });
  await reportPayment(payer(), { batch_id: batch.id, hash });
  await world.send('admin', { to: desk.sender, data: '0x' }, { nonce, tipGwei: 3 });
  await world.mine();
  await desk.look();
  await expect(desk.prepare([payout.id])).rejects.toMatchObject({ code: 'transfer_in_progress' });
  await desk.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'pending', transfer: { status: 'replaced' } });
  expect((await desk.prepareOne([payout.id])).count).toBe(1);
});

test('one that the network dropped from its memory stays open as long as it could come back', async () => {
  const payout = await desk.owed(newRecipient());
  const batch = await desk.prepareOne([payout.id]);
  const [call] = batch.calls;
  const hash = await world.send('admin', call ?? expect.unreachable());
  await reportPayment(payer(), { batch_id: batch.id, hash });
  await desk.look();
  await world.rpc('anvil_dropTransaction', [hash]);
  await desk.settle();
  await world.passTime(3_600);
  await desk.settle();
  await expect(desk.prepare([payout.id])).rejects.toMatchObject({ code: 'transfer_in_progress' });
  await desk.sign([call ?? expect.unreachable()]);
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('a payment that the network refuses is offered again once that is final, and says why', async () => {
  const payout = await desk.owed(newRecipient());
  const batch = await desk.prepareOne([payout.id]);
  const [call] = batch.calls;
  const hash = await world.send('admin', call ?? expect.unreachable(), { gas: 30_000n });
  await reportPayment(payer(), { batch_id: batch.id, hash });
  await world.mine();
  await desk.look();
  await expect(desk.prepare([payout.id])).rejects.toMatchObject({ code: 'transfer_in_progress' });
  await desk.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'pending', transfer: { status: 'reverted', hash } });
});

test('the no of the wallet frees the payout at once; only the tab that asked may say it', async () => {
  const payout = await desk.owed();
  const batch = await desk.prepareOne([payout.id]);
  const other = rejectPayment(payer(), { batch_id: batch.id, tab: 'another_tab' });
  await expect(other).rejects.toMatchObject({ code: 'transfer_in_progress' });
  await rejectPayment(payer(), { batch_id: batch.id, tab: desk.tab });
  expect((await desk.prepareOne([payout.id])).count).toBe(1);
});

test('a wallet that said no and paid all the same is found, and the payout is not offered again', async () => {
  const payout = await desk.owed(newRecipient());
  const batch = await desk.prepareOne([payout.id]);
  await rejectPayment(payer(), { batch_id: batch.id, tab: desk.tab });
  await desk.sign(batch.calls);
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('what is being paid is neither cancelled nor expired', async () => {
  const payout = await desk.owed({ ...newRecipient(), expires_in: 60 });
  const batch = await desk.prepareOne([payout.id]);
  await expect(cancelPayout(world.merchant(), payout.id)).rejects.toMatchObject({ code: 'transfer_in_progress' });
  await world.passTime(61);
  await lapsePayouts(world.system(), 'local');
  expect((await view(world, payout.id)).status).toBe('pending');
  await desk.sign(batch.calls);
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('a call of the contract that was not sent in time frees its payouts by itself', async () => {
  const payouts = await Promise.all([desk.owed(newRecipient()), desk.owed(newRecipient())]);
  const ids = payouts.map((payout) => payout.id);
  const batch = await desk.prepareOne(ids, { way: 'disperse' });
  await desk.settle();
  await expect(desk.prepare(ids)).rejects.toMatchObject({ code: 'transfer_in_progress' });
  await world.passTime(3_700);
  await desk.settle();
  await desk.sign(batch.calls.slice(-1));
  await desk.settle();
  expect(await statuses(ids)).toEqual(['pending', 'pending']);
  expect((await desk.prepareOne(ids)).count).toBe(2);
});

test('a reorganisation takes a payment by hand back, and what is mined again completes it', async () => {
  const payout = await desk.owed(newRecipient());
  const batch = await desk.prepareOne([payout.id]);
  const before = await desk.balance('paid');
  await desk.sign(batch.calls);
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
  await world.rpc('anvil_reorg', [6, []]);
  await world.mine(4);
  await desk.look();
  expect((await view(world, payout.id)).status).toBe('processing');
  expect(await desk.balance('paid')).toBe(before);
  await expect(desk.prepare([payout.id])).rejects.toMatchObject({ code: 'transfer_in_progress' });
  await desk.sign(batch.calls);
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
  expect((await desk.balance('paid')) - before).toBe(25_000_000n);
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
