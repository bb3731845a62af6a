import { encodeFunctionData } from 'viem';
import { beforeAll } from 'vitest';
import { wallets } from '@/db/schema';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Role } from '@/db/vocabulary/people';
import { type DemoAccountName, demoAccount } from '@/demo/accounts';
import { askPayment } from '@/lib/by-hand/ask';
import { holdPayouts } from '@/lib/by-hand/hold';
import { preparePayment } from '@/lib/by-hand/prepare';
import { followPayments } from '@/lib/by-hand/sightings/follow';
import { type PrepareBody, prepareBody } from '@/lib/by-hand/sightings/schema';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { testUsdtAddress } from '@/lib/chains/deployments';
import { newId } from '@/lib/kernel/ids';
import { balanceOf } from '@/lib/ledger/balance';
import type { testWorld } from './world';

type World = ReturnType<typeof testWorld>;

/** A payer at the desk of a test world, with the wallet `admin` full of test money and, unless said otherwise, proved. */
export function testDesk(world: World, { proven = true } = {}) {
  const sender = demoAccount('admin').address;
  const tab = 'tab_test_1';

  beforeAll(async () => {
    await usdt('faucet', encodeFunctionData({ abi: testUsdtAbi, functionName: 'mint', args: [sender, 10n ** 12n] }));
    if (proven) await prove(world.merchantId);
    await world.settle();
  });

  /** As if a wallet had signed for a merchant. */
  async function prove(merchantId: string, address: string = sender, chain: ChainKey | null = null): Promise<void> {
    const { db } = world.database;
    const [createdAt, provenAt] = [world.system().clock.now(), world.system().clock.now()];
    const row = { id: newId('wallet'), merchantId, address: address.toLowerCase(), name: 'Proved', createdAt };
    await db.insert(wallets).values({ ...row, provenAt, provenChains: chain && [chain] });
  }

  async function usdt(from: DemoAccountName, data: `0x${string}`): Promise<`0x${string}`> {
    const hash = await world.send(from, { to: testUsdtAddress, data });
    await world.mine();
    return hash;
  }

  /** A payout to be paid by hand. */
  const owed = (given: Record<string, unknown> = {}) => world.newPayout({ rail: 'wallet', ...given });

  const body = (ids: string[], given: Record<string, unknown> = {}): PrepareBody =>
    prepareBody.parse({ payout_ids: ids, tab, sender, ...given });

  /** Held and prepared; no wallet was asked yet. */
  async function prepareUnasked(ids: string[], given: Record<string, unknown> = {}, role: Role = 'payer') {
    const wanted = body(ids, given);
    await holdPayouts(world.member(role), { payout_ids: ids, tab: wanted.tab });
    return preparePayment(world.member(role), wanted);
  }

  /** The same, and all of it was handed to the wallet, as one step. */
  async function prepare(ids: string[], given: Record<string, unknown> = {}, role: Role = 'payer') {
    const prepared = await prepareUnasked(ids, given, role);
    for (const { id, payments } of prepared.signings) {
      const transferIds = payments.map((one) => one.transfer_id);
      await askPayment(world.member(role), { signing_id: id, transfer_ids: transferIds, tab: body(ids, given).tab });
    }
    return prepared;
  }

  /** One batch, held and prepared. */
  async function prepareOne(ids: string[], given: Record<string, unknown> = {}) {
    const { signings } = await prepare(ids, given);
    const [signing] = signings;
    if (!signing) throw new Error('Nothing was prepared');
    return signing;
  }

  /** Signs the calls of a batch one after another and lets each be mined. */
  async function sign(calls: { to: string; data: string }[], from: DemoAccountName = 'admin') {
    const hashes: `0x${string}`[] = [];
    for (const call of calls) {
      hashes.push(await world.send(from, call, { gas: 3_000_000n }));
      await world.mine();
    }
    return hashes;
  }

  /** Lets the worker look at the chain and at open payments, as often as it takes. */
  async function look() {
    await world.watch();
    await followPayments(world.system(), 'local');
  }

  async function settle() {
    await world.settle();
    await followPayments(world.system(), 'local');
    await world.watch();
  }

  const balance = (account: Parameters<typeof balanceOf>[3]) =>
    balanceOf(world.database.db, world.merchantId, { chain: 'local', symbol: 'USDT' }, account);

  const transfer = (to: string, amount: bigint) => ({
    to: testUsdtAddress,
    data: encodeFunctionData({ abi: testUsdtAbi, functionName: 'transfer', args: [`0x${to.slice(2)}`, amount] }),
  });

  /** What the token's issuer may do: block a sender, keep a part of every transfer. */
  const issuer = {
    block: (account: string, on: boolean) =>
      usdt(
        'faucet',
        encodeFunctionData({ abi: testUsdtAbi, functionName: 'setBlackListed', args: [`0x${account.slice(2)}`, on] }),
      ),
    keepFee: (basisPoints: bigint, most: bigint) =>
      usdt('faucet', encodeFunctionData({ abi: testUsdtAbi, functionName: 'setParams', args: [basisPoints, most] })),
  };

  return {
    issuer,
    prove,
    sender,
    tab,
    owed,
    body,
    prepare,
    prepareUnasked,
    prepareOne,
    sign,
    look,
    settle,
    balance,
    transfer,
    usdt,
  };
}
