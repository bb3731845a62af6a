import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import type { CancelLog } from '@/lib/rails/rail';
import { move } from './move';
import { lockPayout, selectByClaimIds } from './store';

/** The vault's owner burnt claim ids in the contract: their payouts can never be paid, and now say so. */
export async function cancelOnChain(ctx: Context, chain: ChainKey, log: CancelLog): Promise<void> {
  const first = log.word << 8n;
  const inWord = await selectByClaimIds(ctx.db, chain, log.vault, first, first + 256n);
  const burnt = inWord.filter(({ claimId }) => claimId !== null && (log.mask >> (claimId - first)) & 1n);
  for (const key of burnt) {
    await ctx.db.transaction(async (tx) => {
      const payout = await lockPayout(tx, key);
      if (payout.status !== 'pending' && payout.status !== 'failed') return;
      const set = { cancelRequestedAt: ctx.clock.now() };
      await move(tx, ctx, payout, { to: 'cancelled', set, because: 'cancelled in the contract by the vault' });
    });
  }
}
