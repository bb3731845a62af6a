import type { Tx } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { cancelLocked } from '@/lib/payouts/cancel-locked';
import { type LockedPayout, lockPayout } from '@/lib/payouts/locked-store';
import { selectByClaimIds } from '@/lib/payouts/store';
import type { CancelLog } from '@/lib/rails/rail';
import { reason } from '@/lib/wire/reason';
import { insertBurnt } from './burnt-store';

const endable = ['awaiting_approval', 'pending', 'failed', 'processing'];

/**
 * The vault's owner burnt claim ids in the contract: their payouts can never be paid, and now say so. The ids are
 * remembered, so that no payout is born with one.
 */
export async function cancelOnChain(ctx: Context, chain: ChainKey, log: CancelLog): Promise<void> {
  await ctx.db.transaction((tx) => insertBurnt(tx, chain, log, ctx.clock.now()));
  const first = log.word << 8n;
  const inWord = await selectByClaimIds(ctx.db, chain, log.vault, first, first + 256n);
  const burnt = inWord.filter(({ claimId }) => claimId !== null && (log.mask >> (claimId - first)) & 1n);
  for (const key of burnt) {
    await ctx.db.transaction(async (tx) => cancelBurnt(tx, ctx, await lockPayout(tx, key)));
  }
}

/** At every status: one that waits for approval is over, too, and one on its way is not offered again if that fails. */
export async function cancelBurnt(tx: Tx, ctx: Context, payout: LockedPayout): Promise<void> {
  if (payout.cancelRequestedAt || !endable.includes(payout.status)) return;
  await cancelLocked(tx, ctx, payout, reason('burnt_by_vault'));
}
