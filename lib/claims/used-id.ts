import type { Context } from '@/lib/access/actor';
import { findCursor } from '@/lib/cursors/store';
import { Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import { lockPayout } from '@/lib/payouts/locked-store';
import type { Payout, Vault } from '@/lib/payouts/store';
import { isBurnt } from '@/lib/payouts/vouchers/burnt-store';
import { contractRail } from '@/lib/rails/contract/rail';
import { cancelBurnt } from './cancel-on-chain';

type ClaimTarget = { payout: Payout; vault: Vault };

/**
 * What to say where the contract answers that it has used a payout's id: it was paid, or its vault burnt the id. What the
 * watcher has read stands in the database; what it has not read yet is asked of the chain.
 */
export async function refusalOfUsed(ctx: Context, { payout, vault }: ClaimTarget): Promise<Refusal> {
  const read = await ctx.db.transaction(async (tx) => {
    const current = await lockPayout(tx, payout);
    if (await isBurnt(tx, current)) {
      await cancelBurnt(tx, ctx, current);
      return new Refusal('link_cancelled', { detail: 'The payer cancelled it in the contract.' });
    }
    if (current.status === 'completed') return new Refusal('already_paid');
    return current.status === 'processing' ? new Refusal('transfer_in_progress') : null;
  });
  return read ?? (await refusalFromChain(ctx, { payout, vault }));
}

async function refusalFromChain(ctx: Context, { payout, vault }: ClaimTarget): Promise<Refusal> {
  const cursor = await findCursor(ctx.db, payout.chain);
  const from = cursor ? cursor.number + 1n : 0n;
  const use = await contractRail.claims.findUse(payout.chain, vault.address, payout.claimId ?? 0n, from);
  if (use === 'claimed') return new Refusal('already_paid', { detail: 'The network has this claim already.' });
  if (use === 'cancelled') return new Refusal('link_cancelled', { detail: 'The payer cancelled it in the contract.' });
  log.error({ payout: payout.id }, 'the contract has used an id for which it shows neither a claim nor a cancellation');
  return new Refusal('payout_state', { detail: 'The network has closed this payout. Ask the payer about it.' });
}
