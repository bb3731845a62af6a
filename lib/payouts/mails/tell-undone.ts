import type { Tx } from '@/db/client';
import { log } from '@/lib/kernel/log';
import { findKeptToken } from '@/lib/payouts/link';
import type { LockedPayout } from '@/lib/payouts/locked-store';
import { nextReminder } from './invite-recipient';
import { mailRecipient, mailUndoneForGood } from './mail-recipient';
import { findInvitation, updateInvitation } from './store';

/**
 * Writes to the recipient of a payout whose payment the chain took back, where the portal is to write to them: with their link,
 * if it pays again. A link that does not open, as after a lost key, keeps nothing from being undone.
 */
export async function tellUndone(tx: Tx, payout: LockedPayout, now: Date): Promise<void> {
  if (payout.recipientType !== 'email') return;
  const invitation = await findInvitation(tx, payout);
  if (!invitation?.notify) return;
  if (payout.status !== 'pending') return mailUndoneForGood(tx, payout, { now });
  const token = await findKeptToken(tx, payout).catch((error: unknown) => {
    log.error({ payout: payout.id, err: error }, 'a recipient cannot be told that their payment was undone');
    return null;
  });
  if (token === null) return;
  await mailRecipient(tx, payout, { kind: 'undone', token, now });
  await updateInvitation(tx, payout, { invitedAt: now, reminders: 0, nextReminderAt: nextReminder(payout, now, 0) });
}
