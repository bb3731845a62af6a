import type { EventType } from '@/db/vocabulary/events';
import type { MailState } from '@/db/vocabulary/mails';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { log } from '@/lib/kernel/log';
import { noteTold, untoldMails } from '@/lib/mail/report';
import type { MailRow } from '@/lib/mail/store';
import { lockIfThere, updatePayout } from '@/lib/payouts/locked-store';
import { tell } from '@/lib/payouts/move';
import { readAndPresent } from '@/lib/payouts/present';
import { presentMail } from './present-mail';
import { updateInvitation } from './store';

const atOnce = 50;
/** Of one run: the rest is told in the next. */
const maxTurns = 20;

const eventOf: Partial<Record<MailState, EventType>> = {
  refused: 'mail.failed',
  failed: 'mail.failed',
  unsubscribed: 'mail.failed',
  bounced: 'mail.bounced',
  complained: 'mail.complained',
};

/**
 * Tells merchants, once, of each mail to a recipient that came to a bad end. One that cannot be told of is tried again in the
 * next run, and keeps none behind it from being told of now.
 */
export async function tellMails(ctx: Context): Promise<boolean> {
  let after = '';
  let told = 0;
  for (let turn = 0; turn < maxTurns; turn++) {
    const untold = await untoldMails(ctx.db, after, atOnce);
    for (const mail of untold) {
      await tellMail(ctx, mail).then(
        () => told++,
        (error: unknown) => {
          log.error({ merchantId: mail.merchantId, mail: mail.id, err: error }, 'a merchant cannot be told of a mail');
        },
      );
    }
    const last = untold.at(-1);
    if (!last || untold.length < atOnce) return false;
    after = last.id;
  }
  return told > 0;
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
    if (payout.recipientEmail === mail.recipient)
      await updateInvitation(tx, payout, { nextReminderAt: null, askedFor: null });
    const told = await updatePayout(tx, payout, {}, now);
    const { id, kind, state, smtp_code, answer: words } = answer;
    const detail = { mail: id, kind, state, smtp_code, words };
    await audit(tx, ctx, { merchantId, action: event, subjectId: payoutId, detail, now });
    await tell(tx, told, event, { ...(await readAndPresent(tx, told)), mail: answer }, now);
  });
}
