import type { Signing } from '@/lib/by-hand/sightings/store';
import type { Payout } from '@/lib/payouts/store';
import { disperseCall, type HandCall, type Order, transferCall } from '@/lib/rails/wallet/calls';
import { handFacts } from '@/lib/rails/wallet/facts';

export function orderOf({ sender, token, firstId, deadline }: Signing): Order {
  if (firstId === null || !deadline) throw new Error('A batch of the contract has ids and a deadline');
  return { sender, token, firstId, deadline };
}

/** The calls that pay these payouts of one signing, as the wallet is asked for them; payouts in the order of their ids. */
export function payCalls(signing: Signing, payouts: readonly Payout[]): HandCall[] {
  const items = payouts.map((payout) => handFacts(payout, signing.sender));
  if (signing.way === 'disperse') return [disperseCall(orderOf(signing), items)];
  return items.map((item) => transferCall(signing.token, item));
}
