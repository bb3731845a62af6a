import type { Tx } from '@/db/client';
import { Refusal } from '@/lib/kernel/errors';
import { hashToken } from '@/lib/kernel/secrets';
import type { LockedPayout } from '@/lib/payouts/locked-store';
import { findProof } from './store';

/** What a claim brings: the proof, and the hash of its browser's cookie; null from what has none. */
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
  const brought = proof && browser ? { tokenHash: hashToken(proof), browser, now } : null;
  const found = brought && (await findProof(tx, payout, brought));
  if (found?.kind === 'email' && found.email === payout.recipientEmail) return;
  throw new Refusal('proof_required', {
    field: 'proof',
    detail: 'This payout is for the owner of a mailbox. Ask for a code, and type it in this browser.',
  });
}
