import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { countMailsSince } from '@/lib/payouts/mails/mail-recipient';
import { findInvitation, updateInvitation } from '@/lib/payouts/mails/store';
import { lockLinked } from './lock-linked';
import { maskEmail } from './mask';
import type { ReminderAsked } from './schema';

const daySeconds = 86_400;
/** So long before the link ends at the latest, and not within so short a time. */
const beforeEndSeconds = 3_600;
const soonestSeconds = 600;
/** Links that one payout's reader is mailed because they were asked for. */
export const maxAsked = 5;

/**
 * A reader who cannot take the money yet has us mail the link to its owner again, a day from now; one that waits is not
 * moved, so that nobody with the link can put it off. Refuses: link_*, already_paid, transfer_in_progress, payout_state,
 * rate_limited.
 */
export async function askReminder(ctx: Context, token: string): Promise<ReminderAsked> {
  return ctx.db.transaction(async (tx) => {
    const now = ctx.clock.now();
    const { payout, email } = await lockLinked(tx, token, now);
    const invitation = await findInvitation(tx, payout);
    const answer = (at: Date) => ({ sent_to: maskEmail(email), at: at.toISOString() });
    if (invitation?.askedFor) return answer(invitation.askedFor);
    if ((await countMailsSince(tx, payout, 'link', payout.createdAt)) >= maxAsked) {
      const detail = 'The link was mailed often enough. Its owner finds it in their mailbox.';
      throw new Refusal('rate_limited', { detail, retryAfterSeconds: daySeconds });
    }
    const last = addSeconds(payout.expiresAt, -beforeEndSeconds);
    const askedFor = new Date(Math.min(addSeconds(now, daySeconds).getTime(), last.getTime()));
    if (askedFor < addSeconds(now, soonestSeconds)) {
      throw new Refusal('payout_state', { detail: 'The link ends too soon to be mailed again.' });
    }
    await updateInvitation(tx, payout, { askedFor });
    const { merchantId, id: subjectId } = payout;
    await audit(tx, ctx, { merchantId, action: 'claim.reminder_asked', subjectId, now });
    return answer(askedFor);
  });
}
