import { encodeFunctionData } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { beforeAll, expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { followPayments } from '@/lib/by-hand/sightings/follow';
import { previewBody } from '@/lib/by-hand/sightings/schema';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { testDesk } from '@/lib/payouts/testing/desk';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { declareWallet } from '@/lib/wallets/declare';
import { declareUnsigned } from './declare-unsigned';
import { giveUpPayouts } from './hold';
import { previewPayment } from './prepare';
import { recordPayment } from './record-made-elsewhere';
import { rejectPayment, reportPayment } from './report';

const world = testWorld();
const desk = testDesk(world);
const ann = () => world.member('payer', 'us_payer');
const other = demoAccount('other').address;
const stranger = () => privateKeyToAccount(generatePrivateKey()).address;
const owed = () => desk.owed({ recipient: { type: 'wallet', address: stranger() } });
const unit = 1_000_000n;
const busy = { code: 'transfer_in_progress' };

beforeAll(async () => {
  await desk.prove(world.merchantId, other);
  const mint = encodeFunctionData({ abi: testUsdtAbi, functionName: 'mint', args: [other, 10_000n * unit] });
  await desk.usdt('faucet', mint);
});

/** Ann prepares, and says that she signed nothing, which is believed once final; her wallet still has the call. */
async function givenUp() {
  const payout = await owed();
  const signing = await desk.prepareOne([payout.id]);
  await declareUnsigned(ann(), { payout_ids: [payout.id] });
  await desk.settle();
  expect(await statusesOf(payout.id)).toEqual(['dropped']);
  return { payout, signing, call: signing.calls[0] ?? expect.unreachable() };
}

/** What was held for the first payment is let go, as when its page closes; another page prepares. */
async function preparedFrom(id: string, sender: string) {
  await giveUpPayouts(ann(), { payout_ids: [id] });
  return desk.prepareOne([id], { sender, tab: 'tab_of_bob', accept_warnings: true });
}

async function statusesOf(payoutId: string): Promise<string[]> {
  const rows = await world.database.sql<{ status: string }[]>`
    select status from transfers where payout_id = ${payoutId} order by id`;
  return rows.map((row) => row.status);
}

test('before paying what was given up on a word, the next one is told from which wallet it may still be paid', async () => {
  const { payout } = await givenUp();
  const body = previewBody.parse({ payout_ids: [payout.id], sender: other });
  const { notes } = await previewPayment(ann(), body);
  expect(notes).toMatchObject([{ check: 'given_up_before', blocking: false, payout_id: payout.id }]);
  expect(notes[0]?.text).toContain('0x15d34A…2C6A65');
  const unread = desk.prepare([payout.id], { sender: other, tab: desk.tab });
  await expect(unread).rejects.toMatchObject({ code: 'destination_doubtful' });
  expect((await preparedFrom(payout.id, other)).count).toBe(1);
});

test('what was given up and arrives while a second one has prepared pays it, once the second wallet says no', async () => {
  const { payout, call } = await givenUp();
  const second = await preparedFrom(payout.id, other);
  const [hash] = await desk.sign([call]);
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('pending');
  await rejectPayment(ann(), { signing_id: second.id, tab: 'tab_of_bob' });
  await expect(preparedFrom(payout.id, other)).rejects.toMatchObject(busy);
  await desk.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed' });
  expect(await statusesOf(payout.id)).toEqual(['confirmed', 'dropped']);
  const rows = await world.database
    .sql`select hash from transfers where payout_id = ${payout.id} and status = 'confirmed'`;
  expect(rows).toEqual([{ hash }]);
});

test('where both are sent, one pays the payout and the other is left to be explained', async () => {
  const { payout, call } = await givenUp();
  const second = await preparedFrom(payout.id, other);
  await desk.sign([call]);
  const [hash] = await desk.sign(second.calls, 'other');
  await desk.settle();
  await desk.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { hash } });
  expect((await statusesOf(payout.id)).filter((status) => status === 'confirmed')).toHaveLength(1);
});

test('one that arrives while another waits in the network is not forgotten when that one is cancelled', async () => {
  const { payout, call } = await givenUp();
  const second = await preparedFrom(payout.id, other);
  const nonce = await world.client().getTransactionCount({ address: other, blockTag: 'pending' });
  await desk.sign([call]);
  await world.watch();
  const waiting = await world.send('other', second.calls[0] ?? expect.unreachable(), { nonce });
  await reportPayment(ann(), { signing_id: second.id, hash: waiting });
  await followPayments(world.system(), 'local');
  expect((await view(world, payout.id)).status).toBe('processing');
  await world.send('other', { to: other, data: '0x' }, { nonce, tipGwei: 3 });
  await desk.settle();
  await desk.settle();
  expect((await statusesOf(payout.id)).sort()).toEqual(['confirmed', 'replaced']);
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('a reorganisation that takes the late one away again frees the payout, and it counts when it comes back', async () => {
  const { payout, call } = await givenUp();
  const second = await preparedFrom(payout.id, other);
  const hash = await world.send('admin', call);
  await world.mine();
  await world.watch();
  await rejectPayment(ann(), { signing_id: second.id, tab: 'tab_of_bob' });
  await world.rpc('anvil_reorg', [1, []]);
  await world.rpc('anvil_dropTransaction', [hash]);
  await desk.settle();
  const third = await preparedFrom(payout.id, other);
  await rejectPayment(ann(), { signing_id: third.id, tab: 'tab_of_bob' });
  await desk.sign([call]);
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('a hash that is reported after it was given up opens the payment again', async () => {
  const { payout, signing, call } = await givenUp();
  const hash = await world.send('admin', call);
  const state = await reportPayment(ann(), { signing_id: signing.id, hash });
  expect(state).toMatchObject({ open: 1, payments: [{ status: 'submitted', hash }] });
  await expect(preparedFrom(payout.id, other)).rejects.toMatchObject(busy);
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('a hash that is reported while a word waits to be believed outweighs the word, also where no node knows it', async () => {
  const payout = await owed();
  const signing = await desk.prepareOne([payout.id]);
  await declareUnsigned(ann(), { payout_ids: [payout.id] });
  await reportPayment(ann(), { signing_id: signing.id, hash: `0x${'0a'.repeat(32)}` });
  await desk.settle();
  await expect(preparedFrom(payout.id, other)).rejects.toMatchObject(busy);
});

test('one that was sent past our node, and given up by its hash, is found when it is mined', async () => {
  await declareWallet(ann(), { address: desk.sender, name: 'Ours' });
  const payout = await owed();
  const nonce = await world.client().getTransactionCount({ address: desk.sender });
  const call = desk.transfer(payout.recipient.address ?? '', 25n * unit);
  const hash = await world.send('admin', call, { nonce });
  await world.rpc('anvil_dropTransaction', [hash]);
  await recordPayment(ann(), payout.id, { hash });
  await declareUnsigned(ann(), { payout_ids: [payout.id] });
  await desk.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'pending', transfer: { status: 'dropped' } });
  expect(await world.send('admin', call, { nonce })).toBe(hash);
  await desk.look();
  expect(await view(world, payout.id)).toMatchObject({ status: 'processing', transfer: { status: 'submitted', hash } });
  await expect(preparedFrom(payout.id, other)).rejects.toMatchObject({ code: 'transfer_in_progress' });
  await desk.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { hash } });
});

test('a word is not believed while the wallet has transfers on their way, even if they came after it', async () => {
  const payout = await owed();
  const signing = await desk.prepareOne([payout.id]);
  await declareUnsigned(ann(), { payout_ids: [payout.id] });
  await world.mine(4);
  await world.send('admin', signing.calls[0] ?? expect.unreachable());
  await world.watch();
  await followPayments(world.system(), 'local');
  await expect(preparedFrom(payout.id, other)).rejects.toMatchObject(busy);
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('a hash that arrives at the same moment as the wallet’s no is not lost', async () => {
  for (let round = 0; round < 5; round++) {
    const payout = await owed();
    const signing = await desk.prepareOne([payout.id]);
    const hash = await world.send('admin', signing.calls[0] ?? expect.unreachable());
    await Promise.allSettled([
      rejectPayment(ann(), { signing_id: signing.id, tab: desk.tab }),
      reportPayment(ann(), { signing_id: signing.id, hash }),
    ]);
    expect(await statusesOf(payout.id)).toEqual(['submitted']);
    await desk.settle();
    expect((await view(world, payout.id)).status).toBe('completed');
  }
});
