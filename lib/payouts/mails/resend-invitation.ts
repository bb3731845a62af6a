import { type Context, requirePermission } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { lockIfThere } from '@/lib/payouts/locked-store';
import { inviteRecipient } from './invite-recipient';
import { listMails } from './list-mails';
import { countMailsSince } from './mail-recipient';
import type { MailList } from './schema';
import { updateInvitation } from './store';

/** Nobody is written to more often by a button. */
export const invitationsPerDay = 5;

/**
 * Mails the recipient their link again, to the same address; reminders begin again. Refuses: not_found, payout_state,
 * rate_limited.
 */
export async function resendInvitation(ctx: Context, id: string): Promise<MailList> {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const payout = await lockIfThere(tx, { merchantId, id });
    if (!payout) throw new Refusal('not_found', { detail: `There is no payout ${id}.` });
    const open = payout.status === 'pending' && !payout.cancelRequestedAt && payout.expiresAt > now;
    if (payout.recipientType !== 'email' || !open) {
      throw new Refusal('payout_state', {
        detail: 'Only the recipient of an open payout to a mail address is written to.',
      });
    }
    if ((await countMailsSince(tx, payout, 'invitation', addSeconds(now, -86_400))) >= invitationsPerDay) {
      const detail = `They were written to ${invitationsPerDay} times within a day. Wait, or bring them a link yourself.`;
      throw new Refusal('rate_limited', { detail, retryAfterSeconds: 3_600 });
    }
    await updateInvitation(tx, payout, { notify: true });
    await inviteRecipient(tx, payout, now);
  });
  return listMails(ctx, id);
}
