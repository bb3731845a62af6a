import type { Tx } from '@/db/client';
import { Refusal } from '@/lib/kernel/errors';
import { hashToken } from '@/lib/kernel/secrets';
import type { LockedPayout } from '@/lib/payouts/locked-store';
import { hasProof, isProofOf } from './store';

/** What a claim brings: the hash of its browser's cookie, null from what has none, and the proof, if it says which. */
export type BroughtProof = { proof?: string; browser: string | null };

/**
 * Before anything is signed or sent to where a claim says: the person who is owed by e-mail has shown, in this very browser, that
 * the mailbox is theirs. Asked on the locked row, so that a changed address ends what was proved before.
 * Refuses: proof_required.
 */
export async function requireProof(
  tx: Tx,
  payout: LockedPayout,
  { proof, browser }: BroughtProof,
  now: Date,
): Promise<void> {
  if (payout.recipientType !== 'email') return;
  const { recipientEmail: email } = payout;
  const proved = browser !== null && email !== null && (await hasProof(tx, payout.id, { browser, email, now }));
  if (proved && (!proof || (await isProofOf(tx, payout, hashToken(proof), browser)))) return;
  throw new Refusal('proof_required', {
    field: 'proof',
    detail: 'This payout is for the owner of a mailbox. Ask for a code, and type it in this browser.',
  });
}
