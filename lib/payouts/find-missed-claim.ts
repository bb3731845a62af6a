import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { findBlock } from '@/lib/evm/blocks';
import { nodeLacks } from '@/lib/evm/faults';
import { reading } from '@/lib/evm/rpc';
import { addSeconds } from '@/lib/kernel/clock';
import { burntBy } from '@/lib/rails/contract/logs';
import type { Due } from './due-store';
import { readBlocks, recordBlocks } from './read-blocks';
import type { Cursor } from './watch-store';

/** Blocks of one query, and how far our clock may be ahead of the chain's. */
const partBlocks = 500n;
const skewSeconds = 120;

/** From which block on it is looked for, downwards, and until when by our clock (milliseconds). */
export type Search = { to: bigint; untilMs: number };

/**
 * Looks for what used a payout's claim id, backwards to the time when it was first signed, and records it as the watcher
 * would have done. Null when no block shows it; the block to go on from when the time is over. Refuses: chain_unavailable.
 */
export async function findMissedClaim(
  ctx: Context,
  chain: ChainKey,
  cursor: Cursor,
  { payout, vault, signedFrom }: Due,
  search: Search,
): Promise<'paid' | 'burnt' | bigint | null> {
  const { claimId } = payout;
  if (!vault || claimId === null) return null;
  const since = addSeconds(signedFrom ?? payout.createdAt, -skewSeconds);
  const watched = { vaults: new Set([vault.address]), awaited: { senders: [], safes: [] } };
  for (let { to } = search; to >= 0n; to -= partBlocks) {
    if (Date.now() > search.untilMs) return to;
    const from = to >= partBlocks ? to - partBlocks + 1n : 0n;
    const read = await readBlocks(chain, watched, { from, to }, from);
    if (!read) throw nodeLacks(chain, `does not have the blocks ${from} to ${to}`);
    const { claims, cancellations, orders } = read.logs;
    if (claims.some((claim) => claim.claimId === claimId)) {
      await recordBlocks(ctx, chain, read, cursor.number);
      return 'paid';
    }
    const burns = [...cancellations, ...orders.flatMap(burntBy)].filter(({ word }) => word === claimId >> 8n);
    if (burns.some(({ mask }) => ((mask >> (claimId & 255n)) & 1n) === 1n)) return 'burnt';
    const first = await reading(chain, (client) => findBlock(client, from));
    if (first && first.time < since) return null;
  }
  return null;
}
