import { numberToHex, parseEther } from 'viem';
import type { RelayPurpose } from '@/db/vocabulary';
import type { testWorld } from '@/lib/payouts/testing/world';
import { addAccount } from '@/lib/relay/accounts';
import { relayNow } from '@/lib/relay/relay-now';

/** Accounts of the relayer on a test's own chain, and its steps one by one. */
export function testRelay(world: ReturnType<typeof testWorld>) {
  const fund = (address: string, ether: string) =>
    world.rpc('anvil_setBalance', [address, numberToHex(parseEther(ether))]);
  const step = () => relayNow(world.system(), 'local');
  return {
    fund,
    step,
    /** An account with so much, as the worker has seen it. */
    async add(ether = '10', purpose: RelayPurpose = 'relay') {
      const account = await addAccount(world.system(), 'local', purpose);
      await fund(account.address, ether);
      await step();
      return account;
    },
    /** Sends what waits, and buries it. */
    async drive() {
      await step();
      await world.mine(4);
      await step();
    },
  };
}
