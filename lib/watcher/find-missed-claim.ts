import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import type { Cursor } from '@/lib/cursors/store';
import { findBlock } from '@/lib/evm/blocks';
import { nodeLacks } from '@/lib/evm/faults';
import { readDownInParts } from '@/lib/evm/read-in-parts';
import { isRefused } from '@/lib/evm/refused';
import { reading } from '@/lib/evm/rpc';
import { addSeconds } from '@/lib/kernel/clock';
import { burntBy } from '@/lib/rails/contract/logs';
import { contractRail } from '@/lib/rails/contract/rail';
import type { ClaimId } from '@/lib/rails/rail';
import type { Due } from '@/lib/unpaid/due-store';
import { readBlocks, recordBlocks } from './read-blocks';

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
  if (Date.now() > search.untilMs) return search.to;
  const span = { from: 0n, to: search.to };
  const parts = readDownInParts(span, (part) => readBlocks(chain, watched, part, part.from), partBlocks);
  for await (const { part, found: read } of parts) {
    const { from, to } = part;
    if (!read) throw nodeLacks(chain, `does not have the blocks ${from} to ${to}`);
    const { claims, cancellations, orders } = read.logs;
    if (claims.some((claim) => claim.claimId === claimId)) {
      await recordBlocks(ctx, chain, read, cursor.number);
      return 'paid';
    }
    const burns = [...cancellations, ...orders.flatMap(burntBy)].filter(
      ({ word, mask }) => word === claimId >> 8n && (mask >> (claimId & 255n)) & 1n,
    );
    const [first] = burns.map((burn) => burn.blockNumber).sort((a, b) => Number(a - b));
    if (first !== undefined) {
      await recordBlocks(ctx, chain, read, cursor.number);
      // A cancellation may name ids that were paid before: it is what used this one only if nothing had.
      if (await wasUnused(chain, { vault: vault.address, claimId }, first - 1n)) return 'burnt';
    }
    const oldest = await reading(chain, (client) => findBlock(client, from));
    if (oldest && oldest.time < since) return null;
    if (from > 0n && Date.now() > search.untilMs) return from - 1n;
  }
  return null;
}

/** Whether an id was unused as of a block; false, too, of a node that keeps no state of it: then the search goes on. */
async function wasUnused(chain: ChainKey, id: ClaimId, block: bigint): Promise<boolean> {
  if (block < 0n) return true;
  return reading(chain, async (client) => {
    const [used] = await contractRail.readUsed(client, [id], block);
    return used === false;
  }).catch((error: unknown) => {
    if (isRefused(error)) return false;
    throw error;
  });
}
