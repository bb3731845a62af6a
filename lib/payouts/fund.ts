import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { contractRail } from '@/lib/rails/contract/rail';
import { selectAwaitingFunds } from './due-store';
import { lockPayout, updatePayout } from './locked-store';

/** Frees payouts that waited for funds, now that their vault can pay them. Returns how many. */
export async function releaseFunded(ctx: Context, chain: ChainKey): Promise<number> {
  let freed = 0;
  for (const { payout, vault } of await selectAwaitingFunds(ctx.db, chain)) {
    const { token, merchantId, id } = payout;
    const coverage = await contractRail.desk.coverage({
      chain,
      vault: vault.address,
      token,
      signer: vault.signerAddress,
    });
    if (coverage.payable < payout.gross) continue;
    const now = ctx.clock.now();
    await ctx.db.transaction(async (tx) => {
      const current = await lockPayout(tx, payout);
      if (current.status !== 'pending' || !current.awaitingFundsSince) return;
      await updatePayout(tx, current, { awaitingFundsSince: null }, now);
      await audit(tx, ctx, { merchantId, action: 'payout.funded', subjectId: id, now });
    });
    freed += 1;
  }
  return freed;
}
