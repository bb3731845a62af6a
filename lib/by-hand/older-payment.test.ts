import { encodeFunctionData } from 'viem';
import { generatePrivateKey, privateKeyToAddress } from 'viem/accounts';
import { expect, test } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import { followPayments } from '@/lib/by-hand/sightings/follow';
import { skewSeconds } from '@/lib/by-hand/sightings/may-settle';
import { logOf, recordFound, recordLog } from '@/lib/by-hand/sightings/record-log';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { hex } from '@/lib/chains/address';
import { testUsdtAddress } from '@/lib/chains/deployments';
import { confirmTx } from '@/lib/doors/order-flow/confirm-tx';
import { findPayout } from '@/lib/payouts/store';
import { testDesk } from '@/lib/payouts/testing/desk';
import { view } from '@/lib/payouts/testing/view';
import { testWorld } from '@/lib/payouts/testing/world';
import { findLiveTransfer } from '@/lib/payouts/transfer-store';
import { recordPayment } from './record-made-elsewhere';
import { reportPayment } from './report';

/** A transfer that is older than the payout pays nothing, on every road. */
const world = testWorld();
const desk = testDesk(world);
const payer = () => world.member('payer');
const unit = 1_000_000n;
const tooOld = { code: 'transfer_mismatch', facts: { extra: { check: 'too_old' } } };

/** The same money to the same person, and a payout that is made `seconds` later. */
async function paidBefore(seconds: number) {
  const address = privateKeyToAddress(generatePrivateKey());
  const hash = await world.send('admin', desk.transfer(address, 25n * unit));
  await world.settle();
  await world.passTime(seconds);
  const { id } = await desk.owed({ recipient: { type: 'wallet', address }, amount: '25.00' });
  return { id, hash, key: { merchantId: world.merchantId, id } };
}
type Old = Awaited<ReturnType<typeof paidBefore>>;

/** The same where another wallet carries it, as for a Safe: no number of the paying wallet tells that it is older. */
async function carriedBefore(seconds: number) {
  const [address, carrier] = [privateKeyToAddress(generatePrivateKey()), demoAccount('other').address] as const;
  const approve = encodeFunctionData({ abi: testUsdtAbi, functionName: 'approve', args: [carrier, 25n * unit] });
  await desk.usdt('admin', approve);
  const args = [hex(desk.sender), address, 25n * unit] as const;
  const data = encodeFunctionData({ abi: testUsdtAbi, functionName: 'transferFrom', args });
  const hash = await world.send('other', { to: testUsdtAddress, data });
  await world.settle();
  await world.passTime(seconds);
  const { id } = await desk.owed({ recipient: { type: 'wallet', address }, amount: '25.00' });
  return { id, hash };
}

async function logAt(hash: `0x${string}`) {
  const { logs, blockHash, blockNumber: block } = await world.client().getTransactionReceipt({ hash });
  const [{ logIndex = 0, topics, address } = expect.unreachable()] = logs;
  const of = (topic: string | undefined) => `0x${topic?.slice(-40)}`;
  const [, from, to] = topics;
  const place = { hash, blockHash, block, logIndex, token: address.toLowerCase() };
  return logOf({ ...place, from: of(from), to: of(to), amount: 25n * unit });
}

/** Every road on which a transfer is brought to a payout, and what becomes of it. */
const roads: Record<string, (old: Old) => Promise<void>> = {
  'a member records it': async ({ id, hash }) => {
    await expect(recordPayment(payer(), id, { hash })).rejects.toMatchObject(tooOld);
  },
  'a key records it': async ({ id, hash }) => {
    await expect(recordPayment(world.merchant(), id, { hash })).rejects.toMatchObject(tooOld);
  },
  'the order flow confirms it': async ({ id, hash }) => {
    await expect(confirmTx(world.merchant(), id, { txHash: hash, kind: 'release' })).rejects.toMatchObject(tooOld);
  },
  'a wallet’s answer reports it': async ({ id, hash }) => {
    const signing = await desk.prepareOne([id]);
    await expect(reportPayment(payer(), { signing_id: signing.id, hash })).rejects.toMatchObject(tooOld);
  },
  'the watcher, a late look or a write-off books it': async ({ id, hash, key }) => {
    await desk.prepareOne([id]);
    const payout = (await findPayout(world.database.db, world.merchantId, id)) ?? expect.unreachable();
    const transfer = (await findLiveTransfer(world.database.db, payout)) ?? expect.unreachable();
    const carrier = { from: desk.sender.toLowerCase(), nonce: 10_000 };
    expect(transfer.payoutId).toBe(key.id);
    expect(await recordLog(world.system(), 'local', transfer, await logAt(hash), carrier)).toBe(false);
  },
  'reconciliation books it': async ({ hash, key }) => {
    expect(await recordFound(world.system(), 'local', key, await logAt(hash))).toBe('too_old');
  },
  'a person chooses it': async ({ hash, key }) => {
    expect(await recordFound(world.system(), 'local', key, await logAt(hash), 'us_payer')).toBe('too_old');
  },
  'its hash was named while no node knew it': async ({ id, hash }) => {
    const unknown = `0x${'ab'.repeat(32)}`;
    await recordPayment(payer(), id, { hash: unknown });
    await world.database.sql`update transfers set hash = ${hash} where payout_id = ${id}`;
    await followPayments(world.system(), 'local');
    expect((await view(world, id)).transfer).toMatchObject({ status: 'dropped' });
  },
};

test.each(Object.entries(roads))('a transfer that is older than its payout does not settle it: %s', async (_, road) => {
  const old = await paidBefore(skewSeconds + 60);
  await road(old);
  await desk.settle();
  expect((await view(world, old.id)).status).toBe('pending');
});

test('nor does one that another wallet carried, when it is reported for what was prepared', async () => {
  const { id, hash } = await carriedBefore(skewSeconds + 60);
  const signing = await desk.prepareOne([id]);
  await expect(reportPayment(payer(), { signing_id: signing.id, hash })).rejects.toMatchObject(tooOld);
  await desk.settle();
  expect((await view(world, id)).status).toBe('pending');
});

test('clocks may differ by as much as is stated: what seems a little older still pays', async () => {
  const { id, hash } = await paidBefore(skewSeconds - 60);
  await recordPayment(payer(), id, { hash });
  await desk.settle();
  expect((await view(world, id)).status).toBe('completed');
});
