import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { expect, test } from 'vitest';
import { checksumAddress, hex } from '@/lib/chains/address';
import { testDesk } from '@/lib/payouts/testing/desk';
import { testSafe } from '@/lib/payouts/testing/safe';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { declareUnsigned } from './declare-unsigned';
import { rejectPayment, reportPayment } from './report';

const world = testWorld();
const desk = testDesk(world);
const safe = testSafe(world, desk, hex(checksumAddress('0x5afe00000000000000000000000000000005afe0')));
const payer = () => world.member('payer');
const stranger = () => privateKeyToAccount(generatePrivateKey()).address;
const owed = () => desk.owed({ recipient: { type: 'wallet', address: stranger() } });
const statuses = (ids: string[]) => Promise.all(ids.map(async (id) => (await view(world, id)).status));
const busy = { code: 'transfer_in_progress' };

/** A payout that waits as a proposal, so many places behind the Safe's next one. */
async function proposed({ behind = 0n, safeTxGas = 0n } = {}) {
  const payout = await owed();
  const signing = await desk.prepareOne([payout.id], { sender: safe.address });
  const action = safe.act(signing.calls[0] ?? expect.unreachable(), safeTxGas);
  const number = (await safe.next()) + behind;
  const proposal = await safe.hashOf(action, number);
  const reported = await reportPayment(payer(), { signing_id: signing.id, hash: proposal });
  expect(reported).toMatchObject({ open: 1, payments: [{ status: 'prepared', hash: null }] });
  await desk.settle();
  await expect(desk.prepare([payout.id])).rejects.toMatchObject(busy);
  return { payout, signing, action, number };
}

test('a Safe’s proposal is followed to the transfer that carries it out', async () => {
  const { payout, signing, action } = await proposed();
  expect(signing).toMatchObject({ sender_kind: 'contract', network_fee: { balance: '0.00', enough: true } });
  const hash = await safe.execute(action);
  await desk.settle();
  expect(await view(world, payout.id)).toMatchObject({ status: 'completed', transfer: { hash } });
});

test('a proposal that was carried out and failed frees its payout once that is final', async () => {
  const { payout, action } = await proposed({ safeTxGas: 100_000n });
  await desk.issuer.block(safe.address, true);
  const hash = await safe.execute(action);
  await desk.look();
  await expect(desk.prepare([payout.id])).rejects.toMatchObject(busy);
  await desk.settle();
  await desk.issuer.block(safe.address, false);
  expect(await view(world, payout.id)).toMatchObject({ status: 'pending', transfer: { status: 'reverted', hash } });
});

test('a rejected proposal frees its payout once the rejection is carried out and final, and no word frees it before', async () => {
  const { payout, action, number } = await proposed();
  const word = declareUnsigned(payer(), { payout_ids: [payout.id] });
  await expect(word).rejects.toMatchObject({ ...busy, facts: { detail: expect.stringContaining('Reject it there') } });
  await safe.reject();
  await desk.look();
  await expect(desk.prepare([payout.id])).rejects.toMatchObject(busy);
  await desk.settle();
  const rows = await world.database
    .sql`select status, failure_code, failure_facts from transfers where payout_id = ${payout.id}`;
  const reason = { failure_code: 'safe_number_used', failure_facts: { number: number.toString() } };
  expect(rows).toMatchObject([{ status: 'replaced', ...reason }]);
  const late = await safe.execute(action, number);
  expect((await world.client().getTransactionReceipt({ hash: late })).status).toBe('reverted');
  expect((await desk.prepareOne([payout.id])).count).toBe(1);
});

test('a proposal that waits behind others is not freed by what they use up', async () => {
  const { payout, action } = await proposed({ behind: 2n });
  await safe.reject();
  await safe.reject();
  await desk.settle();
  await expect(desk.prepare([payout.id])).rejects.toMatchObject(busy);
  await safe.execute(action);
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});

test('of payouts that a Safe pays one by one, each follows its own proposal', async () => {
  const ids = [(await owed()).id, (await owed()).id];
  const signing = await desk.prepareOne(ids, { sender: safe.address, way: 'one_by_one' });
  const [first = expect.unreachable(), second = expect.unreachable()] = signing.calls;
  const number = await safe.next();
  const report = async (call: typeof first, behind: bigint) =>
    reportPayment(payer(), {
      signing_id: signing.id,
      transfer_ids: call.transfer_ids,
      hash: await safe.hashOf(safe.act(call), number + behind),
    });
  await report(first, 1n);
  const no = { signing_id: signing.id, transfer_ids: second.transfer_ids, tab: desk.tab };
  await expect(rejectPayment(payer(), { ...no, transfer_ids: first.transfer_ids })).rejects.toMatchObject(busy);
  await report(second, 0n);
  await expect(rejectPayment(payer(), no)).rejects.toMatchObject(busy);
  await safe.execute(safe.act(second));
  await desk.settle();
  expect((await statuses(ids)).sort()).toEqual(['completed', 'pending']);
  await safe.execute(safe.act(first));
  await desk.settle();
  expect(await statuses(ids)).toEqual(['completed', 'completed']);
});

test('a batch that the Safe’s app answers with its own name for it is followed and freed like any proposal', async () => {
  const ids = [(await owed()).id, (await owed()).id];
  const signing = await desk.prepareOne(ids, { sender: safe.address, capabilities: { calls_on: [31337] } });
  const action = safe.together(signing.calls);
  const name = await safe.hashOf(action, await safe.next());
  await reportPayment(payer(), { signing_id: signing.id, calls_id: name });
  await desk.settle();
  await expect(declareUnsigned(payer(), { payout_ids: ids })).rejects.toMatchObject(busy);
  await safe.reject();
  await desk.settle();
  expect(await statuses(ids)).toEqual(['pending', 'pending']);
  const again = await desk.prepareOne(ids, { sender: safe.address, capabilities: { calls_on: [31337] } });
  const carried = safe.together(again.calls);
  await reportPayment(payer(), { signing_id: again.id, calls_id: await safe.hashOf(carried, await safe.next()) });
  await safe.execute(carried);
  await desk.settle();
  expect(await statuses(ids)).toEqual(['completed', 'completed']);
});

test('a hash of another proposal’s execution says nothing about the one that waits', async () => {
  const { payout, signing, action } = await proposed({ behind: 1n });
  const other = await safe.send(safe.act(desk.transfer(stranger(), 1n)));
  await reportPayment(payer(), { signing_id: signing.id, hash: other });
  await desk.settle();
  await expect(desk.prepare([payout.id])).rejects.toMatchObject(busy);
  await safe.execute(action);
  await desk.settle();
  expect((await view(world, payout.id)).status).toBe('completed');
});
