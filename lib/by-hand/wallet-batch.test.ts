import { encodeFunctionData, erc20Abi, type Hex, parseEventLogs } from 'viem';
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { hex } from '@/lib/chains/address';
import { compileTestContract } from '@/lib/evm/testing/compile-contract';
import { signBatch } from '@/lib/evm/testing/sign-batch';
import { testDesk } from '@/lib/payouts/testing/desk';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { declareUnsigned } from './declare-unsigned';
import { rejectPayment, reportPayment } from './report';

/** Batches of the wallet's own (EIP-5792), signed by a key that delegates to a contract (EIP-7702). */
const world = testWorld();
const desk = testDesk(world);
const payer = () => world.member('payer');
const stranger = () => privateKeyToAccount(generatePrivateKey()).address;
const owed = (amount = '25.00') => desk.owed({ recipient: { type: 'wallet', address: stranger() }, amount });
const statuses = async (ids: string[]) => [
  ...new Set(await Promise.all(ids.map(async (id) => (await view(world, id)).status))),
];
const busy = { code: 'transfer_in_progress' };

let delegate: Promise<Hex> | undefined;
async function deployDelegate(): Promise<Hex> {
  const { address: from } = demoAccount('faucet');
  const hash = await world.rpc('eth_sendTransaction', [{ from, data: compileTestContract('BatchingAccount') }]);
  await world.mine();
  const { contractAddress } = await world.client().getTransactionReceipt({ hash: hex(String(hash)) });
  return contractAddress ?? expect.unreachable();
}

/** So many payouts as one batch, prepared; `sign` has the wallet send it. */
async function prepared(count: number) {
  const payouts = await Promise.all(Array.from({ length: count }, () => owed()));
  const ids = payouts.map(({ id }) => id);
  const signing = await desk.prepareOne(ids, { capabilities: { calls_on: [31337] } });
  const sign = async ({ mined = true } = {}) => {
    delegate ??= deployDelegate();
    const to = await delegate;
    const { address, privateKey } = demoAccount('admin');
    const nonce = await world.client().getTransactionCount({ address, blockTag: 'pending' });
    const calls = signing.calls.map((call) => ({ to: hex(call.to), data: hex(call.data) }));
    const { raw } = await signBatch(privateKey, { chainId: 31337, nonce, gwei: 1, delegate: to, calls });
    const hash = hex(String(await world.rpc('eth_sendRawTransaction', [raw])));
    if (mined) await world.mine();
    return hash;
  };
  return { ids, signing, sign };
}

test('twenty payouts leave the wallet in one transfer of its own, and each is settled by its own log', async () => {
  const { ids, signing, sign } = await prepared(20);
  expect(signing).toMatchObject({ way: 'calls', count: 20, total: '500.00' });
  expect(signing.preview).toEqual([
    expect.stringMatching(/^You send 20 payments, 500.00 USDT in total, .* signed once/),
  ]);
  await reportPayment(payer(), { signing_id: signing.id, calls_id: 'the wallet’s name for it' });
  const hash = await sign();
  await desk.settle();
  const { logs } = await world.client().getTransactionReceipt({ hash });
  const moves = parseEventLogs({ abi: erc20Abi, eventName: 'Transfer', logs });
  expect(moves.map(({ args }) => args.from)).toEqual(Array.from({ length: 20 }, () => desk.sender));
  expect(await statuses(ids)).toEqual(['completed']);
  const settled = await world.database.sql`
    select distinct log_index from transfers where signing_id = ${signing.id} and hash = ${hash} and status = 'confirmed'`;
  expect(settled).toHaveLength(20);
});

test('a batch of which the wallet never says more than its name is offered to nobody, and completes by the chain', async () => {
  const { ids, signing, sign } = await prepared(3);
  await reportPayment(payer(), { signing_id: signing.id, calls_id: '0x01' });
  await desk.settle();
  await expect(desk.prepare(ids)).rejects.toMatchObject(busy);
  await expect(rejectPayment(payer(), { signing_id: signing.id, tab: desk.tab })).rejects.toMatchObject(busy);
  await expect(declareUnsigned(payer(), { payout_ids: ids })).rejects.toMatchObject(busy);
  await world.passTime(86_400);
  await desk.settle();
  expect(await statuses(ids)).toEqual(['pending']);
  await sign();
  await desk.settle();
  expect(await statuses(ids)).toEqual(['completed']);
});

test('a batch that the page never heard of again completes by the chain', async () => {
  const { ids, sign } = await prepared(2);
  await sign();
  await desk.settle();
  expect(await statuses(ids)).toEqual(['completed']);
});

test('a no to a batch frees all of it at once', async () => {
  const { ids, signing } = await prepared(2);
  await rejectPayment(payer(), { signing_id: signing.id, tab: desk.tab });
  expect((await desk.prepareOne(ids)).count).toBe(2);
});

test('all of a batch goes through or none: one that the network refused is offered again once that is final', async () => {
  const { ids, signing, sign } = await prepared(2);
  const rest = await world.client().readContract({
    ...{ address: hex(signing.token), abi: erc20Abi, functionName: 'balanceOf', args: [desk.sender] },
  });
  await desk.sign([desk.transfer(stranger(), rest - 25_000_000n)]);
  await reportPayment(payer(), { signing_id: signing.id, calls_id: '0x02' });
  const hash = await sign();
  expect((await world.client().getTransactionReceipt({ hash })).status).toBe('reverted');
  await reportPayment(payer(), { signing_id: signing.id, hash });
  await desk.look();
  await expect(desk.prepare(ids.slice(0, 1))).rejects.toMatchObject(busy);
  await desk.settle();
  const rows = await world.database.sql`select distinct status, hash from transfers where signing_id = ${signing.id}`;
  expect(rows).toEqual([{ status: 'reverted', hash }]);
  expect((await desk.prepareOne(ids.slice(0, 1))).count).toBe(1);
});

test('of a batch whose hash is known, the network’s memory already shows that it is being paid', async () => {
  await desk.usdt(
    'faucet',
    encodeFunctionData({ abi: testUsdtAbi, functionName: 'mint', args: [desk.sender, 10n ** 9n] }),
  );
  const { ids, signing, sign } = await prepared(2);
  const hash = await sign({ mined: false });
  await reportPayment(payer(), { signing_id: signing.id, calls_id: '0x03', hash });
  await desk.look();
  expect(await statuses(ids)).toEqual(['processing']);
  await desk.settle();
  expect(await statuses(ids)).toEqual(['completed']);
});
