import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { expect, test } from 'vitest';
import { declareUnsigned } from '@/lib/by-hand/declare-unsigned';
import { rejectPayment, reportPayment } from '@/lib/by-hand/report';
import { testDesk } from '@/lib/payouts/testing/desk';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { cancelPayout } from '@/lib/unpaid/cancel';
import { lapsePayouts } from '@/lib/unpaid/lapse';

const world = testWorld();
const desk = testDesk(world);
const payer = () => world.member('payer');
const stranger = () => privateKeyToAccount(generatePrivateKey()).address;
const newRecipient = () => ({ recipient: { type: 'wallet', address: stranger() } });
const statuses = (ids: string[]) => Promise.all(ids.map(async (id) => (await view(world, id)).status));

test('closing the tab right after signing loses nothing', async () => {
  const payout = await desk.owed(newRecipient());
  const signing = await desk.prepareOne([payout.id]);
  await desk.sign(signing.calls);
  await desk.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed' });
});

test('two payouts of one amount to one person are two payments', async () => {
  const payouts = await Promise.all([desk.owed(), desk.owed()]);
  const ids = payouts.map((payout) => payout.id);
  const signing = await desk.prepareOne(ids, { way: 'one_by_one' });
  await desk.sign(signing.calls.slice(0, 1));
  await desk.settle();
  expect((await statuses(ids)).sort()).toEqual(['completed', 'pending']);
  await desk.sign(signing.calls.slice(1));
  await desk.settle();
  expect(await statuses(ids)).toEqual(['completed', 'completed']);
});

test('a transfer sped up in the wallet completes under its new hash', async () => {
  const payout = await desk.owed(newRecipient());
  const signing = await desk.prepareOne([payout.id]);
  const [call] = signing.calls;
  const nonce = await world.client().getTransactionCount({ address: desk.sender, blockTag: 'pending' });
  const first = await world.send('admin', call ?? expect.unreachable(), { nonce, tipGwei: 1 });
  await reportPayment(payer(), { signing_id: signing.id, hash: first });
  await desk.look();
  expect((await view(world, payout.id)).status).toBe('processing');
  const second = await world.send('admin', call ?? expect.unreachable(), { nonce, tipGwei: 3 });
  await desk.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { hash: second } });
});

test('one that the wallet cancelled by its nonce is offered again, but only once the cancellation is final', async () => {
  const payout = await desk.owed(newRecipient());
  const signing = await desk.prepareOne([payout.id]);
  const [call] = signing.calls;
  const nonce = await world.client().getTransactionCount({ address: desk.sender, blockTag: 'pending' });
  const hash = await world.send('admin', call ?? expect.unreachable(), { nonce, tipGwei: 1 });
  await reportPayment(payer(), { signing_id: signing.id, hash });
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
  const signing = await desk.prepareOne([payout.id]);
  const [call] = signing.calls;
  const hash = await world.send('admin', call ?? expect.unreachable());
  await reportPayment(payer(), { signing_id: signing.id, hash });
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
  const signing = await desk.prepareOne([payout.id]);
  const [call] = signing.calls;
  const hash = await world.send('admin', call ?? expect.unreachable(), { gas: 30_000n });
  await reportPayment(payer(), { signing_id: signing.id, hash });
  await world.mine();
  await desk.look();
  await expect(desk.prepare([payout.id])).rejects.toMatchObject({ code: 'transfer_in_progress' });
  await desk.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'pending', transfer: { status: 'reverted', hash } });
});

test('the no of the wallet frees the payout at once; only the tab that asked may say it', async () => {
  const payout = await desk.owed();
  const signing = await desk.prepareOne([payout.id]);
  const other = rejectPayment(payer(), { signing_id: signing.id, tab: 'another_tab' });
  await expect(other).rejects.toMatchObject({ code: 'transfer_in_progress' });
  await rejectPayment(payer(), { signing_id: signing.id, tab: desk.tab });
  expect((await desk.prepareOne([payout.id])).count).toBe(1);
});

test('a wallet that said no and still paid is found, and the payout is not offered again', async () => {
  const payout = await desk.owed(newRecipient());
  const signing = await desk.prepareOne([payout.id]);
  await rejectPayment(payer(), { signing_id: signing.id, tab: desk.tab });
  await desk.sign(signing.calls);
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('a hash of another call of the same signing, such as the permission, leads nobody astray', async () => {
  const payouts = await Promise.all([desk.owed(newRecipient()), desk.owed(newRecipient())]);
  const ids = payouts.map((payout) => payout.id);
  const signing = await desk.prepareOne(ids, { way: 'disperse' });
  const [permission = expect.unreachable(), pay = expect.unreachable()] = signing.calls.slice(-2);
  const hash = await world.send('admin', permission);
  await reportPayment(payer(), { signing_id: signing.id, hash });
  await desk.look();
  await world.mine();
  await desk.sign([pay]);
  await desk.settle();
  expect(await statuses(ids)).toEqual(['completed', 'completed']);
});

test('before a payment is given up, everything since it was prepared is read once more', async () => {
  const payout = await desk.owed(newRecipient());
  const signing = await desk.prepareOne([payout.id]);
  const watchFrom = (sender: string) =>
    world.database.sql`update transfers set sender = ${sender.toLowerCase()} where signing_id = ${signing.id}`;
  await watchFrom(stranger());
  await desk.sign(signing.calls);
  await desk.settle();
  await watchFrom(desk.sender);
  expect((await view(world, payout.id)).status).toBe('pending');
  await declareUnsigned(payer(), { payout_ids: [payout.id] });
  await desk.settle();
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('what is being paid is neither cancelled nor expired', async () => {
  const payout = await desk.owed({ ...newRecipient(), expires_in: 60 });
  const signing = await desk.prepareOne([payout.id]);
  await expect(cancelPayout(world.merchant(), payout.id)).rejects.toMatchObject({ code: 'transfer_in_progress' });
  await world.passTime(61);
  await lapsePayouts(world.system(), 'local');
  expect((await view(world, payout.id)).status).toBe('pending');
  await desk.sign(signing.calls);
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('a call of the contract that was not sent in time frees its payouts by itself', async () => {
  const payouts = await Promise.all([desk.owed(newRecipient()), desk.owed(newRecipient())]);
  const ids = payouts.map((payout) => payout.id);
  const signing = await desk.prepareOne(ids, { way: 'disperse' });
  await desk.settle();
  await expect(desk.prepare(ids)).rejects.toMatchObject({ code: 'transfer_in_progress' });
  await world.passTime(3_700);
  await desk.settle();
  await desk.sign(signing.calls.slice(-1));
  await desk.settle();
  expect(await statuses(ids)).toEqual(['pending', 'pending']);
  expect((await desk.prepareOne(ids)).count).toBe(2);
});

test('a reorganisation takes a payment by hand back, and what is mined again completes it', async () => {
  const payout = await desk.owed(newRecipient());
  const signing = await desk.prepareOne([payout.id]);
  const before = await desk.balance('paid');
  await desk.sign(signing.calls);
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
  await world.rpc('anvil_reorg', [6, []]);
  await world.mine(4);
  await desk.look();
  expect((await view(world, payout.id)).status).toBe('processing');
  expect(await desk.balance('paid')).toBe(before);
  await expect(desk.prepare([payout.id])).rejects.toMatchObject({ code: 'transfer_in_progress' });
  await desk.sign(signing.calls);
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
  expect((await desk.balance('paid')) - before).toBe(25_000_000n);
});
