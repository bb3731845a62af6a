import type { Tx } from '@/db/client';
import type { Language } from '@/db/vocabulary/mails';
import { addSeconds } from '@/lib/kernel/clock';
import { findKeptToken } from '@/lib/payouts/link';
import type { LockedPayout } from '@/lib/payouts/locked-store';
import { mailRecipient } from './mail-recipient';
import { findInvitation, insertInvitation, updateInvitation } from './store';

const day = 86_400;
/** Days after the invitation, while the payout is open. */
export const reminderDays = [3, 10, 25] as const;

/** When the next reminder is due, counted from the invitation; null after the last, or where the link ends before. */
export function nextReminder(payout: LockedPayout, invitedAt: Date, sent: number): Date | null {
  const days = reminderDays[sent];
  const at = days === undefined ? null : addSeconds(invitedAt, days * day);
  return at && at < payout.expiresAt ? at : null;
}

/** Keeps how the recipient is written to, and writes at once where nobody has to approve first. */
export async function openInvitation(
  tx: Tx,
  payout: LockedPayout,
  given: { language: Language | null; notify: boolean },
  now: Date,
): Promise<void> {
  if (payout.recipientType !== 'email') return;
  await insertInvitation(tx, payout, { ...given, createdAt: now });
  await inviteRecipient(tx, payout, now);
}

/** Writes to the recipient of a payout that can be fetched now, where the portal is to; its reminders begin again. */
export async function inviteRecipient(tx: Tx, payout: LockedPayout, now: Date): Promise<boolean> {
  if (payout.recipientType !== 'email' || payout.status !== 'pending') return false;
  const invitation = await findInvitation(tx, payout);
  const token = await findKeptToken(tx, payout);
  if (!invitation?.notify || token === null) return false;
  await mailRecipient(tx, payout, { kind: 'invitation', token, now });
  await updateInvitation(tx, payout, { invitedAt: now, reminders: 0, nextReminderAt: nextReminder(payout, now, 0) });
  return true;
}
