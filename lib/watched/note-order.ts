import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { isPreparedOrder } from '@/lib/by-hand/sightings/store';
import { cancelOnChain } from '@/lib/claims/cancel-on-chain';
import { log } from '@/lib/kernel/log';
import { burntBy } from '@/lib/rails/contract/logs';
import type { OrderLog } from '@/lib/rails/rail';

/**
 * An order that nobody prepared here was signed with a key that is not in our hands alone: the same alarm as a claim that
 * this database does not know. The claim ids that it used up are over. False for an order of ours.
 */
export async function noteOrder(ctx: Context, chain: ChainKey, order: OrderLog, isNew: boolean): Promise<boolean> {
  if (await isPreparedOrder(ctx.db, chain, order)) return false;
  const { vault, hash, firstId, count, paid } = order;
  const facts = { chain, vault, hash, firstId: `${firstId}`, count: `${count}`, paid: `${paid}` };
  if (isNew) log.error(facts, 'a vault paid an order that this database does not know: revoke its signer');
  for (const burnt of burntBy(order)) await cancelOnChain(ctx, chain, burnt);
  return true;
}
