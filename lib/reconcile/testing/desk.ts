import { createWalletClient, encodeFunctionData, type Hex, http } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { foundry } from 'viem/chains';
import { differences, wallets } from '@/db/schema';
import type { AccountKind } from '@/db/vocabulary';
import { type DemoAccountName, demoAccount } from '@/demo/accounts';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { hex } from '@/lib/chains/address';
import { testUsdtAddress } from '@/lib/chains/deployments';
import { newId } from '@/lib/kernel/ids';
import { balanceOf } from '@/lib/ledger/balance';
import type { testWorld } from '@/lib/payouts/testing/world';
import { dayOf } from '@/lib/reconcile/day';
import { openReconciliation } from '@/lib/reconcile/open';
import { type Close, findClose } from '@/lib/reconcile/store';
import { workReconciliation } from '@/lib/reconcile/work';

const oneUsdt = 1_000_000n;

/** What an admin's desk does around a world: pays from wallets outside, and closes the books. */
export function testDesk(world: ReturnType<typeof testWorld>) {
  const address = (name: DemoAccountName) => demoAccount(name).address.toLowerCase();

  /** Declares a wallet of the merchant, proved to be one unless said otherwise. */
  async function declare(name: DemoAccountName, proven = true, merchantId = world.merchantId): Promise<void> {
    const createdAt = new Date(0);
    const provenAt = proven ? createdAt : null;
    const row = { id: newId('wallet'), merchantId, address: address(name), name, provenAt, createdAt };
    await world.database.db.insert(wallets).values(row).onConflictDoNothing();
  }

  /** Sends tokens outside the portal, and buries them. */
  async function pay(from: DemoAccountName, to: string, amount: bigint): Promise<Hex> {
    const data = encodeFunctionData({ abi: testUsdtAbi, functionName: 'transfer', args: [hex(to), amount] });
    const hash = await world.send(from, { to: testUsdtAddress, data });
    await world.settle();
    return hash;
  }

  async function mint(to: DemoAccountName, amount = 10_000n * oneUsdt): Promise<void> {
    const account = privateKeyToAccount(demoAccount('faucet').privateKey);
    const wallet = createWalletClient({ account, chain: foundry, transport: http(world.rpcUrl()) });
    const args = [demoAccount(to).address, amount] as const;
    await wallet.writeContract({
      address: testUsdtAddress,
      abi: testUsdtAbi,
      functionName: 'mint',
      args,
      gas: 200_000n,
    });
    await world.settle();
  }

  /** Reads everything up to the newest final block, as a worker does, and answers with the day's page. */
  async function reconcile(merchantId = world.merchantId): Promise<Close> {
    const day = dayOf(world.system().clock.now());
    const { id } = await openReconciliation(world.system(), { merchantId, chain: 'local', day });
    await workReconciliation(world.system(), { id });
    return (await findClose(world.database.db, merchantId, 'local', day)) ?? raise('The day was not closed');
  }

  const byHand = (amount: string, recipient: string, given: Record<string, unknown> = {}) =>
    world.newPayout({ rail: 'wallet', amount, recipient: { type: 'wallet', address: recipient }, ...given });

  return {
    address,
    declare,
    pay,
    mint,
    reconcile,
    byHand,
    lines: (merchantId = world.merchantId) =>
      world.database.sql<
        { id: string; kind: string; status: string; amount: string; hash: string; settled_by: string }[]
      >`
        select id, kind, status, amount::text, hash, settled_by from ${world.database.sql('differences')}
        where merchant_id = ${merchantId} order by id`,
    account: (account: AccountKind) =>
      balanceOf(world.database.db, world.merchantId, { chain: 'local', symbol: 'USDT' }, account),
    forget: () => world.database.db.delete(differences),
  };
}

function raise(message: string): never {
  throw new Error(message);
}
