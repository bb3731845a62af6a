import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { claimListener } from '@/lib/claims/claim-listener';
import type { Reading } from '@/lib/cursors/listener';
import type { Cursor } from '@/lib/cursors/store';
import { findBlock } from '@/lib/evm/blocks';
import { nodeLacks } from '@/lib/evm/faults';
import { isRefused } from '@/lib/evm/nodes/refused';
import { readBlocks } from '@/lib/evm/read-blocks';
import { readDownInParts } from '@/lib/evm/read-in-parts';
import { reading } from '@/lib/evm/rpc';
import { addSeconds } from '@/lib/kernel/clock';
import { burntBy } from '@/lib/rails/contract/logs';
import { contractRail } from '@/lib/rails/contract/rail';
import type { ClaimId } from '@/lib/rails/rail';
import { ofKind } from '@/lib/rails/sighting';
import { orderListener } from '@/lib/watched/order-listener';
import type { Due } from './due-store';

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
  const looks = contractRail.watch(chain, { wallets: [vault.address], safes: [] });
  if (Date.now() > search.untilMs) return search.to;
  const span = { from: 0n, to: search.to };
  const parts = readDownInParts(span, (part) => readBlocks(chain, looks, part, part.from), partBlocks);
  for await (const { part, found: read } of parts) {
    const { from, to } = part;
    if (!read) throw nodeLacks(chain, `does not have the blocks ${from} to ${to}`);
    const { seen } = read;
    if (ofKind(seen, 'claim').some((claim) => claim.claimId === claimId)) {
      await record(ctx, chain, { seen, known: cursor.number });
      return 'paid';
    }
    const burns = [...ofKind(seen, 'cancellation'), ...ofKind(seen, 'order').flatMap(burntBy)].filter(
      ({ word, mask }) => word === claimId >> 8n && (mask >> (claimId & 255n)) & 1n,
    );
    const [first] = burns.map((burn) => burn.blockNumber).sort((a, b) => Number(a - b));
    if (first !== undefined) {
      await record(ctx, chain, { seen, known: cursor.number });
      // A cancellation may name ids that were paid before: it is what used this one only if nothing had.
      if (await wasUnused(chain, { vault: vault.address, claimId }, first - 1n)) return 'burnt';
    }
    const oldest = await reading(chain, (client) => findBlock(client, from));
    if (oldest && oldest.time < since) return null;
    if (from > 0n && Date.now() > search.untilMs) return from - 1n;
  }
  return null;
}

async function record(ctx: Context, chain: ChainKey, reading: Reading): Promise<void> {
  for (const { apply } of [claimListener, orderListener]) await apply?.(ctx, chain, reading);
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
