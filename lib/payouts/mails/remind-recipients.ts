import type { Context } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { log } from '@/lib/kernel/log';
import { findKeptToken } from '@/lib/payouts/link';
import { type LockedPayout, lockIfThere } from '@/lib/payouts/locked-store';
import type { Key } from '@/lib/payouts/store';
import { nextReminder } from './invite-recipient';
import { mailRecipient } from './mail-recipient';
import { findInvitation, hasOptedOut, type Invitation, selectToRemind, updateInvitation } from './store';

const atOnce = 50;
/** While a payment is on its way nobody is reminded; it may still come to nothing. */
const laterSeconds = 3600;

/** Reminds recipients whose payout is still open; those who want no more are not, unless they asked for the link itself. */
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
    const invitation = payout && (await findInvitation(tx, payout));
    if (payout && invitation) await updateInvitation(tx, payout, laterOf(invitation, ctx.clock.now()));
  });
}

/** What is due is tried again later; the rest stays as it is. */
function laterOf(invitation: Invitation, now: Date): Pick<Invitation, 'nextReminderAt' | 'askedFor'> {
  const later = (at: Date | null) => (at && at <= now ? addSeconds(now, laterSeconds) : at);
  return { nextReminderAt: later(invitation.nextReminderAt), askedFor: later(invitation.askedFor) };
}

function isOver({ status, cancelRequestedAt, expiresAt }: LockedPayout, now: Date): boolean {
  const open = status === 'pending' || status === 'processing';
  return !open || cancelRequestedAt !== null || expiresAt <= now;
}

async function remind(ctx: Context, key: Key): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const payout = await lockIfThere(tx, key);
    const invitation = payout && (await findInvitation(tx, payout));
    if (!payout || !invitation) return;
    if (isOver(payout, now) || !payout.recipientEmail) {
      return updateInvitation(tx, payout, { nextReminderAt: null, askedFor: null });
    }
    const asked = isDue(invitation.askedFor, now);
    const reminded = isDue(invitation.nextReminderAt, now) && invitation.invitedAt !== null;
    const declined = reminded && (await hasOptedOut(tx, payout.merchantId, payout.recipientEmail));
    if (declined) await updateInvitation(tx, payout, { nextReminderAt: null });
    if (!asked && (!reminded || declined)) return;
    const token = payout.status === 'pending' ? await findKeptToken(tx, payout) : null;
    if (token === null) return updateInvitation(tx, payout, laterOf(invitation, now));
    await mailRecipient(tx, payout, { kind: asked ? 'link' : 'reminder', token, now });
    await updateInvitation(tx, payout, {
      ...(asked && { askedFor: null }),
      ...(reminded && !declined && followingOf(payout, invitation)),
    });
  });
}

const isDue = (at: Date | null, now: Date) => at !== null && at <= now;

/** After one reminder the next, or none. */
function followingOf(payout: LockedPayout, { invitedAt, reminders: sent }: Invitation) {
  const reminders = sent + 1;
  return { reminders, nextReminderAt: invitedAt && nextReminder(payout, invitedAt, reminders) };
}
