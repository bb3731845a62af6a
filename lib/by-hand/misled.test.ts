import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { followPayments } from '@/lib/by-hand/sightings/follow';
import { testDesk } from '@/lib/payouts/testing/desk';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { approveCall, disperseCall } from '@/lib/rails/wallet/calls';
import { declareWallet } from '@/lib/wallets/declare';
import { recordPayment } from './record-made-elsewhere';
import { reportPayment } from './report';

const world = testWorld();
const desk = testDesk(world);
const payer = () => world.member('payer');
const stranger = () => privateKeyToAccount(generatePrivateKey()).address;
const owed = (address = stranger()) => desk.owed({ recipient: { type: 'wallet', address } });
const unit = 1_000_000n;
const busy = { code: 'transfer_in_progress' };
const check = (word: string) => ({ code: 'transfer_mismatch', facts: { extra: { check: word } } });
const nonceOf = (blockTag: 'latest' | 'pending' = 'pending') =>
  world.client().getTransactionCount({ address: desk.sender, blockTag });
const latest = async (id: string) =>
  (await world.database.sql`select status, failure_code from transfers where payout_id = ${id} order by id desc`)[0];

async function prepared(address = stranger()) {
  const payout = await owed(address);
  const signing = await desk.prepareOne([payout.id]);
  return { payout, signing, call: signing.calls[0] ?? expect.unreachable() };
}

test('the hash of an older payment of the same amount to the same person, failed or not, frees nothing', async () => {
  const address = stranger();
  const [old] = await desk.sign([desk.transfer(address, 25n * unit)]);
  const failed = await world.send('admin', desk.transfer(address, 25n * unit), { gas: 30_000n });
  await desk.settle();
  const { payout, signing, call } = await prepared(address);
  for (const hash of [old, failed]) {
    await expect(reportPayment(payer(), { signing_id: signing.id, hash })).rejects.toMatchObject(check('too_old'));
    await world.database
      .sql`update transfers set status = 'submitted', hash = ${hash ?? ''} where signing_id = ${signing.id}`;
    await desk.settle();
    expect(await latest(payout.id)).toMatchObject({ status: 'prepared' });
  }
  await desk.sign([call]);
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('the hash of a twin that was prepared elsewhere is refused, and frees nothing where it is taken', async () => {
  const address = stranger();
  const [first, second] = [await prepared(address), await prepared(address)];
  const [hash = expect.unreachable()] = await desk.sign([first.call]);
  await reportPayment(payer(), { signing_id: first.signing.id, hash });
  const wrong = reportPayment(payer(), { signing_id: second.signing.id, hash });
  await expect(wrong).rejects.toMatchObject(check('already_used'));
  await desk.settle();
  await world.database
    .sql`update transfers set status = 'submitted', hash = ${hash} where signing_id = ${second.signing.id}`;
  await desk.settle();
  expect((await view(world, first.payout.id)).status).toBe('completed');
  expect(await latest(second.payout.id)).toMatchObject({ status: 'prepared' });
  await desk.sign([second.call]);
  await desk.settle();
  expect((await view(world, second.payout.id)).status).toBe('completed');
});

test('another call of the same wallet that is reported and then replaced says nothing about the payment', async () => {
  const { payout, signing, call } = await prepared();
  const nonce = await nonceOf();
  const permission = await world.send('admin', approveCall(call.to, 1n), { nonce });
  await reportPayment(payer(), { signing_id: signing.id, hash: permission });
  await followPayments(world.system(), 'local');
  await world.send('admin', approveCall(call.to, 2n), { nonce, tipGwei: 3 });
  await desk.settle();
  await expect(desk.prepare([payout.id])).rejects.toMatchObject(busy);
  await desk.sign([call]);
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test.each([
  [
    'another recipient',
    (call: { to: string; data: string }) => ({ ...call, data: desk.transfer(stranger(), 25n * unit).data }),
  ],
  ['another amount', (call: { to: string; data: string }) => ({ ...call, data: `${call.data.slice(0, -8)}0000abcd` })],
  ['something unrelated', () => ({ to: stranger(), data: '0x' })],
])('one that the wallet replaced by %s is over once that is final, and not before', async (_what, change) => {
  const { payout, signing, call } = await prepared();
  const nonce = await nonceOf();
  const hash = await world.send('admin', call, { nonce });
  await reportPayment(payer(), { signing_id: signing.id, hash });
  await followPayments(world.system(), 'local');
  await world.send('admin', change(call), { nonce, tipGwei: 3 });
  await world.mine();
  await desk.look();
  await expect(desk.prepare([payout.id])).rejects.toMatchObject(busy);
  await desk.settle();
  expect(await latest(payout.id)).toMatchObject({ status: 'replaced' });
  expect((await view(world, payout.id)).status).toBe('pending');
  expect((await desk.prepareOne([payout.id])).count).toBe(1);
});

test('one that was mined, taken out by a reorganisation and mined again in another block is paid once', async () => {
  const paid = await desk.balance('paid');
  const { payout, signing, call } = await prepared();
  const nonce = await nonceOf();
  const hash = await world.send('admin', call, { nonce });
  await reportPayment(payer(), { signing_id: signing.id, hash });
  await world.mine();
  await desk.look();
  expect(await view(world, payout.id)).toMatchObject({ transfer: { status: 'confirming' } });
  await world.rpc('anvil_reorg', [1, []]);
  await world.mine();
  await desk.look();
  await expect(desk.prepare([payout.id])).rejects.toMatchObject(busy);
  expect(await world.send('admin', call, { nonce })).toBe(hash);
  await desk.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { hash } });
  expect((await desk.balance('paid')) - paid).toBe(25n * unit);
});

test('a payment of which the token kept a fee is in doubt, never refused or paid again', async () => {
  await desk.issuer.keepFee(10n, 1n);
  const [told, untold] = [await prepared(), await prepared()];
  const hash = await world.send('admin', told.call);
  await reportPayment(payer(), { signing_id: told.signing.id, hash });
  await world.send('admin', untold.call);
  await desk.settle();
  expect(await latest(told.payout.id)).toMatchObject({ status: 'unknown' });
  expect(await latest(untold.payout.id)).toMatchObject({ status: 'prepared' });
  for (const { payout } of [told, untold]) await expect(desk.prepare([payout.id])).rejects.toMatchObject(busy);
  await desk.issuer.keepFee(0n, 0n);
});

test('a recorded hash of which the token kept a fee is in doubt, too', async () => {
  await declareWallet(payer(), { address: desk.sender, name: 'Ours' });
  await desk.issuer.keepFee(10n, 1n);
  const payout = await owed();
  const hash = await world.send('admin', desk.transfer(payout.recipient.address ?? '', 25n * unit));
  await recordPayment(payer(), payout.id, { hash });
  await desk.settle();
  await desk.issuer.keepFee(0n, 0n);
  expect(await latest(payout.id)).toMatchObject({ status: 'unknown' });
  await expect(desk.prepare([payout.id])).rejects.toMatchObject(busy);
});

test('of twins in one call of the contract of which one was left out, one is paid and the other offered again', async () => {
  const address = stranger();
  const payouts = [await owed(address), await owed(address), await owed()];
  const ids = payouts.map((payout) => payout.id);
  const signing = await desk.prepareOne(ids, { way: 'disperse' });
  const permissions = signing.calls.slice(0, -1);
  await desk.sign(permissions);
  // The permission shrinks to two of three before the call is sent: the contract leaves out what the token refuses.
  await desk.sign([approveCall(permissions[0]?.to ?? '', 0n), approveCall(permissions[0]?.to ?? '', 50n * unit)]);
  const [hash = expect.unreachable()] = await desk.sign(signing.calls.slice(-1));
  await reportPayment(payer(), { signing_id: signing.id, hash });
  await desk.settle();
  const after = await Promise.all(ids.map(async (id) => (await view(world, id)).status));
  expect(after.sort()).toEqual(['completed', 'completed', 'pending']);
});

test('two equal logs of one transfer pay two payouts, each one log; a third payout finds nothing left', async () => {
  await declareWallet(payer(), { address: desk.sender, name: 'Ours' });
  const address = stranger();
  const payouts = [await owed(address), await owed(address), await owed(address)];
  const order = {
    ...{ sender: desk.sender, token: desk.transfer(address, 1n).to, firstId: 7n << 64n },
    deadline: new Date(world.system().clock.now().getTime() + 3_600_000),
  };
  const item = { recipient: address, amount: 25n * unit };
  const allowed = approveCall(order.token, 0n);
  await desk.sign([allowed, approveCall(order.token, 50n * unit)]);
  const [hash = expect.unreachable()] = await desk.sign([disperseCall(order, [item, item])]);
  await world.watch();
  const named = await Promise.allSettled(payouts.map(({ id }) => recordPayment(payer(), id, { hash })));
  expect(named).toHaveLength(3);
  await desk.settle();
  await desk.settle();
  const after = await Promise.all(payouts.map(async ({ id }) => (await view(world, id)).status));
  expect(after.toSorted()).toEqual(['completed', 'completed', 'pending']);
  const logs = await world.database.sql`
    select distinct log_index from transfers where hash = ${hash} and status = 'confirmed'`;
  expect(logs).toHaveLength(2);
  const free = payouts[after.indexOf('pending')]?.id ?? expect.unreachable();
  await expect(recordPayment(payer(), free, { hash })).rejects.toMatchObject(check('already_used'));
});

test('a named hash that waits and then fails frees its payout with that reason', async () => {
  await declareWallet(payer(), { address: desk.sender, name: 'Ours' });
  const payout = await owed();
  const hash = await world.send('admin', desk.transfer(payout.recipient.address ?? '', 25n * unit), { gas: 30_000n });
  await recordPayment(payer(), payout.id, { hash });
  await desk.look();
  expect((await view(world, payout.id)).status).toBe('processing');
  await desk.settle();
  expect(await latest(payout.id)).toMatchObject({ status: 'reverted' });
  expect((await view(world, payout.id)).status).toBe('pending');
});

test('one hash that waits, named for two payouts, pays one, and the other is told why it does not', async () => {
  await declareWallet(payer(), { address: desk.sender, name: 'Ours' });
  const address = stranger();
  const payouts = [await owed(address), await owed(address)];
  const hash = await world.send('admin', desk.transfer(address, 25n * unit));
  await Promise.all(payouts.map(({ id }) => recordPayment(payer(), id, { hash })));
  await desk.settle();
  const rows = await Promise.all(payouts.map(({ id }) => latest(id)));
  expect(rows.map((row) => row?.status).sort()).toEqual(['confirmed', 'dropped']);
  expect(rows.find((row) => row?.status === 'dropped')?.failure_code).toBe('booked_elsewhere');
});

test('a stranger’s transfer that waits is not shown as a payment on its way', async () => {
  const payout = await owed();
  const nonce = await world.client().getTransactionCount({ address: demoAccount('customer').address });
  const send = () =>
    world.send('customer', desk.transfer(payout.recipient.address ?? '', 25n * unit), { nonce, gas: 90_000n });
  const hash = await send();
  await expect(recordPayment(payer(), payout.id, { hash })).rejects.toMatchObject(check('unknown_sender'));
  await world.rpc('anvil_dropTransaction', [hash]);
  await recordPayment(payer(), payout.id, { hash });
  await send();
  await followPayments(world.system(), 'local');
  expect((await view(world, payout.id)).status).toBe('pending');
  await desk.settle();
  expect(await latest(payout.id)).toMatchObject({ status: 'dropped' });
});

test('a wallet that was declared by mistake does not hide that another wallet of ours paid', async () => {
  await declareWallet(payer(), { address: desk.sender, name: 'Ours' });
  const payout = await owed();
  const nonce = await nonceOf();
  const call = desk.transfer(payout.recipient.address ?? '', 25n * unit);
  const hash = await world.send('admin', call, { nonce });
  await world.rpc('anvil_dropTransaction', [hash]);
  await recordPayment(payer(), payout.id, { hash, sender: stranger() });
  await world.send('admin', call, { nonce });
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});
