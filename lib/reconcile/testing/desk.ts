import { createWalletClient, encodeFunctionData, type Hex, http } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { foundry } from 'viem/chains';
import { beforeAll } from 'vitest';
import { members, users, wallets } from '@/db/schema';
import type { AccountKind } from '@/db/vocabulary/books';
import { type Role, roles } from '@/db/vocabulary/people';
import { type DemoAccountName, demoAccount } from '@/demo/accounts';
import type { Context } from '@/lib/access/actor';
import { testUsdtAbi } from '@/lib/chains/abi/test-usdt';
import { hex } from '@/lib/chains/address';
import { testUsdtAddress } from '@/lib/chains/deployments';
import { findCursor, saveBlocks, saveCursor } from '@/lib/cursors/store';
import { blockRange, headBlock } from '@/lib/evm/blocks';
import { chainClient } from '@/lib/evm/rpc';
import { newId } from '@/lib/kernel/ids';
import { balanceOf } from '@/lib/ledger/balance';
import type { LogPlace, Subject } from '@/lib/ledger/origin';
import { type Line, post } from '@/lib/ledger/post';
import type { testWorld } from '@/lib/payouts/testing/world';
import { type Close, findClose } from '@/lib/reconcile/core/close-store';
import { dayOf } from '@/lib/reconcile/core/day';
import { differenceQuery } from '@/lib/reconcile/core/schema';
import { openReconciliation } from '@/lib/reconcile/day/open';
import { workReconciliation } from '@/lib/reconcile/day/work';
import { resolveDifference } from '@/lib/reconcile/review/resolve';
import { listDifferences } from '@/lib/reconcile/review/view';

const oneUsdt = 1_000_000n;
const personOf = () => newId('user');
const people = {
  owner: personOf(),
  approver: personOf(),
  payer: personOf(),
  developer: personOf(),
  viewer: personOf(),
};

/** What an admin's desk does around a world: pays from wallets outside, and closes the books. */
export function testDesk(world: ReturnType<typeof testWorld>) {
  beforeAll(async () => {
    const createdAt = new Date(0);
    await world.database.db.insert(users).values(Object.values(people).map((id) => ({ id, createdAt })));
  });
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

  function open(merchantId = world.merchantId) {
    const day = dayOf(world.system().clock.now());
    return openReconciliation(world.system(), { merchantId, chain: 'local', day });
  }

  /** Reads everything up to the newest final block, as a worker does, and answers with the day's page. */
  async function reconcile(merchantId = world.merchantId): Promise<Close> {
    const day = dayOf(world.system().clock.now());
    const { id } = await open(merchantId);
    await workReconciliation(world.system(), { id });
    return (await findClose(world.database.db, merchantId, 'local', day)) ?? raise('The day was not closed');
  }

  /** As if the watcher had read up to the head and seen nothing. */
  async function skipUnread(): Promise<void> {
    const client = chainClient('local');
    const head = await headBlock(client);
    const blocks = (await blockRange(client, head.number - 20n, head.number)) ?? raise('The chain is too short');
    const final = blocks.at(-3) ?? raise('The chain is too short');
    await world.database.db.transaction(async (tx) => {
      await saveBlocks(
        tx,
        blocks.map(({ number, hash, time }) => ({ chain: 'local' as const, number, hash, time })),
      );
      const cursor = (await findCursor(tx, 'local')) ?? raise('The chain is too short');
      const moved = { number: head.number, finalNumber: final.number, finalTime: final.time };
      await saveCursor(tx, cursor, { ...moved, updatedAt: cursor.updatedAt });
    });
  }

  /** A signed-in member who has just confirmed who they are. */
  function member(role: Role = 'payer', merchantId = world.merchantId, steppedUp = true): Context {
    const { clock } = world.system();
    const steppedUpAt = steppedUp ? clock.now() : null;
    const actor = {
      kind: 'user' as const,
      userId: people[role],
      merchantId,
      role,
      sessionId: 'ses_test',
      steppedUpAt,
      timeZone: 'UTC',
    };
    return { ...world.system(), actor };
  }

  /** Puts the people of `member` into the merchant's team. */
  async function hire(): Promise<void> {
    const { db } = world.database;
    const createdAt = new Date(0);
    const team = roles.map((role) => ({ merchantId: world.merchantId, userId: people[role], role, createdAt }));
    await db.insert(members).values(team);
  }

  /** Writes a posting as no verb of ours would. */
  async function forge(kind: 'settle' | 'deposit', subject: Subject, log: LogPlace, lines: Line[]): Promise<void> {
    const facts = { merchantId: world.merchantId, chain: 'local' as const, symbol: 'USDT', subject, log };
    const now = world.system().clock.now();
    await world.database.db.transaction((tx) => post(tx, { ...facts, kind, lines, now }));
  }

  const listOpen = async () => (await listDifferences(member('viewer'), differenceQuery.parse({}))).data;

  /** Books everything that is open out of suspense. */
  async function resolveAll(): Promise<void> {
    const body = { as: 'account' as const, account: 'external' as const, note: 'Part of the exercise.' };
    for (const { id } of await listOpen()) await resolveDifference(member(), id, body);
  }

  const byHand = (amount: string, recipient: string, given: Record<string, unknown> = {}) =>
    world.newPayout({ rail: 'wallet', amount, recipient: { type: 'wallet', address: recipient }, ...given });

  return {
    address,
    declare,
    pay,
    mint,
    open,
    skipUnread,
    reconcile,
    byHand,
    forge,
    resolveAll,
    finalBlock: async () =>
      (await findCursor(world.database.db, 'local'))?.finalNumber ?? raise('The chain is too short'),
    /** What is open, by kind and amount. */
    unresolved: async () => (await listOpen()).map(({ kind, amount }) => `${kind} ${amount}`).sort(),
    /** The one line about a transfer. */
    line: async (hash: string) => {
      const [row] = await world.database.sql`select * from differences where hash = ${hash}`;
      return row ?? raise(`There is no line about ${hash}`);
    },
    account: (account: AccountKind) =>
      balanceOf(world.database.db, world.merchantId, { chain: 'local', symbol: 'USDT' }, account),
    /** So that the next reading begins at the beginning. */
    forgetCloses: async () => {
      const { sql } = world.database;
      await sql`alter table closes disable trigger closes_append_only`;
      await sql`delete from closes`;
      await sql`alter table closes enable trigger closes_append_only`;
    },
    member,
    hire,
    people,
  };
}

function raise(message: string): never {
  throw new Error(message);
}
