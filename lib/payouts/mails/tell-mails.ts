import type { EventType, MailState } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { noteTold, untoldMails } from '@/lib/mail/report';
import type { MailRow } from '@/lib/mail/store';
import { lockIfThere, updatePayout } from '@/lib/payouts/locked-store';
import { tell } from '@/lib/payouts/move';
import { readAndPresent } from '@/lib/payouts/present';
import { presentMail } from './present-mail';
import { updateInvitation } from './store';

const atOnce = 50;

const eventOf: Partial<Record<MailState, EventType>> = {
  refused: 'mail.failed',
  failed: 'mail.failed',
  unsubscribed: 'mail.failed',
  bounced: 'mail.bounced',
  complained: 'mail.complained',
};

/** Tells merchants, once, of each mail to a recipient that came to a bad end. */
export async function tellMails(ctx: Context): Promise<boolean> {
  const untold = await untoldMails(ctx.db, atOnce);
  for (const mail of untold) await tellMail(ctx, mail);
  return untold.length === atOnce;
}

async function tellMail(ctx: Context, mail: MailRow): Promise<void> {
  const { merchantId, payoutId } = mail;
  const [event, answer] = [eventOf[mail.state], presentMail(mail)];
  if (!merchantId || !payoutId || !event || !answer) return;
  await ctx.db.transaction(async (tx) => {
    const payout = await lockIfThere(tx, { merchantId, id: payoutId });
    if (!payout || !(await noteTold(tx, mail))) return;
    const now = ctx.clock.now();
    // A mailbox that takes nothing is not written to again by itself; one that was changed meanwhile is.
    if (payout.recipientEmail === mail.recipient) await updateInvitation(tx, payout, { nextReminderAt: null });
    const told = await updatePayout(tx, payout, {}, now);
    const { id, kind, state, smtp_code, answer: words } = answer;
    const detail = { mail: id, kind, state, smtp_code, words };
    await audit(tx, ctx, { merchantId, action: event, subjectId: payoutId, detail, now });
    await tell(tx, told, event, { ...(await readAndPresent(tx, told)), mail: answer }, now);
  });
}
