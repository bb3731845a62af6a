import type { Context } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { log } from '@/lib/kernel/log';
import { findKeptToken } from '@/lib/payouts/link';
import { type LockedPayout, lockIfThere } from '@/lib/payouts/locked-store';
import type { Key } from '@/lib/payouts/store';
import { nextReminder } from './invite-recipient';
import { mailRecipient } from './mail-recipient';
import { findInvitation, hasOptedOut, selectToRemind, updateInvitation } from './store';

const atOnce = 50;
/** While a payment is on its way nobody is reminded; it may still come to nothing. */
const laterSeconds = 3600;

/** Reminds recipients whose payout is still open; those who want no more are not. */
export async function remindRecipients(ctx: Context): Promise<boolean> {
  const due = await selectToRemind(ctx.db, ctx.clock.now(), atOnce);
  for (const key of due) {
    await remind(ctx, key).catch(async (error: unknown) => {
      // One whose link does not open, for example, keeps nobody else from being reminded.
      log.error({ payout: key.id, err: error }, 'a recipient cannot be reminded');
      await remindLater(ctx, key);
    });
  }
  return due.length === atOnce;
}

async function remindLater(ctx: Context, key: Key): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const payout = await lockIfThere(tx, key);
    const nextReminderAt = addSeconds(ctx.clock.now(), laterSeconds);
    if (payout) await updateInvitation(tx, payout, { nextReminderAt });
  });
}

function isOver({ status, cancelRequestedAt, expiresAt }: LockedPayout, now: Date): boolean {
  const open = status === 'pending' || status === 'processing';
  return !open || cancelRequestedAt !== null || expiresAt <= now;
}

async function remind(ctx: Context, key: Key): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const payout = await lockIfThere(tx, key);
    if (!payout) return;
    const invitation = await findInvitation(tx, payout);
    if (!invitation?.nextReminderAt || invitation.nextReminderAt > now || !invitation.invitedAt) return;
    const { merchantId, recipientEmail } = payout;
    if (isOver(payout, now) || !recipientEmail || (await hasOptedOut(tx, merchantId, recipientEmail))) {
      return updateInvitation(tx, payout, { nextReminderAt: null });
    }
    const token = payout.status === 'pending' ? await findKeptToken(tx, payout) : null;
    if (token === null) return updateInvitation(tx, payout, { nextReminderAt: addSeconds(now, laterSeconds) });
    await mailRecipient(tx, payout, { kind: 'reminder', token, now });
    const reminders = invitation.reminders + 1;
    const nextReminderAt = nextReminder(payout, invitation.invitedAt, reminders);
    await updateInvitation(tx, payout, { reminders, nextReminderAt });
  });
}
