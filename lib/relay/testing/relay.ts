import { numberToHex, parseEther } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import type { RelayPurpose } from '@/db/vocabulary/relay';
import { demoAccount } from '@/demo/accounts';
import { hex } from '@/lib/chains/address';
import { addSeconds } from '@/lib/kernel/clock';
import { unseal } from '@/lib/kernel/secrets';
import type { testWorld } from '@/lib/payouts/testing/world';
import { addAccount } from '@/lib/relay/accounts';
import { relayNow } from '@/lib/relay/relay-now';
import { send } from '@/lib/relay/send';
import { type SendStatus, statusOf } from '@/lib/relay/status';

/** Accounts of the relayer on a test's own chain, and its steps one by one. */
export function testRelay(world: ReturnType<typeof testWorld>) {
  const fund = (address: string, ether: string) =>
    world.rpc('anvil_setBalance', [address, numberToHex(parseEther(ether))]);
  const step = () => relayNow(world.system(), 'local');
  const drive = async () => {
    await step();
    await world.mine(4);
    await step();
  };
  return {
    fund,
    step,
    /** Sends what waits, and buries it. */
    drive,
    /** An account with so much, as the worker has seen it. */
    async add(ether = '10', purpose: RelayPurpose = 'relay') {
      const account = await addAccount(world.system(), 'local', purpose);
      await fund(account.address, ether);
      // The next look at all of them is a while away.
      await world.database.sql`update relay_accounts set looked_at = null`;
      await step();
      return account;
    },
    /** Orders a call that does nothing but use gas. */
    order(seconds = 300): Promise<string> {
      const now = world.system().clock.now();
      const call = { to: demoAccount('other').address, data: `0x${crypto.randomUUID().replaceAll('-', '')}` };
      const facts = { chain: 'local' as const, call, gas: 60_000n, validUntil: addSeconds(now, seconds) };
      return world.database.db.transaction((tx) => send(tx, facts, now));
    },
    status: (ref: string): Promise<SendStatus> => statusOf(world.database.db, ref),
    /** What was signed for a send, in its order. */
    versionsOf: (ref: string) => world.database.sql`
      select kind, hash, max_fee::text as fee, tip::text from relay_versions where send_id = ${ref} order by number`,
    /** Goes on, ten seconds at a time, and answers how a send stands. */
    async goOn(ref: string): Promise<SendStatus> {
      await drive();
      await world.passTime(10);
      return statusOf(world.database.db, ref);
    },
    /** The account's own key, as a thief has it. */
    async keyOf(id: string) {
      const [row] = await world.database.sql`select sealed_key from relay_accounts where id = ${id}`;
      return privateKeyToAccount(hex(unseal(row?.sealed_key, id)));
    },
  };
}
