import type { Tx } from '@/db/client';
import { Refusal } from '@/lib/kernel/errors';
import { hashToken } from '@/lib/kernel/secrets';
import { isLiveLink, type LockedPayout, lockPayout } from '@/lib/payouts/locked-store';
import { refuseClosed } from '@/lib/payouts/refuse-closed';
import { findByToken } from '@/lib/payouts/store';

/**
 * The open payout of this link, locked, and the mailbox that proves it. Refuses: link_*, already_paid,
 * transfer_in_progress, payout_state.
 */
export async function lockLinked(tx: Tx, token: string, now: Date): Promise<{ payout: LockedPayout; email: string }> {
  const tokenHash = hashToken(token);
  const known = await findByToken(tx, tokenHash);
  if (!known) throw new Refusal('link_unknown');
  const payout = await lockPayout(tx, known.payout);
  if (!(await isLiveLink(tx, payout, tokenHash))) throw new Refusal('link_unknown');
  refuseClosed(payout, now);
  if (payout.recipientType === 'email' && payout.recipientEmail !== null) {
    return { payout, email: payout.recipientEmail };
  }
  throw new Refusal('payout_state', { detail: 'Nobody has to prove a mail address for this payout.' });
}
