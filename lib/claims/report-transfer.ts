import type { Context } from '@/lib/access/actor';
import { Refusal } from '@/lib/kernel/errors';
import { hashToken } from '@/lib/kernel/secrets';
import { findByToken, type Payout, type Vault } from '@/lib/payouts/store';
import { inspectHash, noteSeenHash } from '@/lib/payouts/vouchers/inspect-hash';
import type { Inspection } from '@/lib/rails/rail';
import { isClaimed } from '@/lib/rails/traits';
import type { ClaimView, ReportTransferBody } from './schema';
import { viewClaim } from './view';

/**
 * Takes a hash that is said to pay this claim, and looks: only what the chain shows moves the payout. An unknown
 * hash is kept as a hint to look again. Refuses: link_unknown, transfer_mismatch.
 */
export async function reportTransfer(ctx: Context, token: string, body: ReportTransferBody): Promise<ClaimView> {
  const found = await findByToken(ctx.db, hashToken(token));
  if (!found) throw new Refusal('link_unknown');
  const { payout, vault } = found;
  if (!isClaimed(payout.rail)) {
    throw new Refusal('payout_state', {
      detail: 'The merchant pays this payout by itself; there is nothing to report.',
    });
  }
  const hash = body.hash.toLowerCase();
  if (payout.status !== 'completed') {
    const seen = await lookIfPossible(payout, vault, hash);
    if (seen.state === 'stranger') {
      throw new Refusal('transfer_mismatch', { field: 'hash', detail: 'This hash moves something else.' });
    }
    await ctx.db.transaction((tx) => noteSeenHash(tx, ctx, payout, hash, seen));
  }
  return viewClaim(ctx, token);
}

/** A node that does not answer leaves the hash a hint; the worker looks again. */
async function lookIfPossible(payout: Payout, vault: Vault | null, hash: string): Promise<Inspection> {
  try {
    return await inspectHash(payout, vault, hash);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'chain_unavailable') return { state: 'missing' };
    throw error;
  }
}
