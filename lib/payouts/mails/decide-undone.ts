import type { Context } from '@/lib/access/actor';
import { findCursor } from '@/lib/cursors/store';
import { log } from '@/lib/kernel/log';
import { dropDelayed, sendDelayed } from '@/lib/mail/outbox';
import { type MailRow, selectDelayed } from '@/lib/mail/store';
import { type LockedPayout, lockIfThere } from '@/lib/payouts/locked-store';
import { mailUndoneForGood } from './mail-recipient';

const atOnce = 50;

/**
 * A payment that the chain took back mostly comes again in another block. So its recipient is told of it only once a block that
 * was made since is final and shows nothing of it; where it came again they hear nothing. Quiet while none waits.
 */
export async function decideUndone(ctx: Context): Promise<boolean | 'quiet'> {
  let after = '';
  for (;;) {
    const delayed = await selectDelayed(ctx.db, 'undone', ctx.clock.now(), { after, limit: atOnce });
    for (const mail of delayed) {
      await decide(ctx, mail).catch((error: unknown) => {
        log.error({ mail: mail.id, err: error }, 'a mail about a payment that was taken back stays delayed');
      });
    }
    const last = delayed.at(-1);
    if (!last) return after === '' && 'quiet';
    after = last.id;
  }
}

/** Under the lock that a payment which comes again takes, too. What is on its way may still come to nothing. */
async function decide({ db, clock }: Context, mail: MailRow): Promise<void> {
  const now = clock.now();
  await db.transaction(async (tx) => {
    const { merchantId, payoutId } = mail;
    const payout = merchantId && payoutId && (await lockIfThere(tx, { merchantId, id: payoutId }));
    if (!payout || payout.status === 'processing') return;
    if (payout.status === 'completed') return dropDelayed(tx, mail, 'Not sent: the payment came again.', now);
    const cursor = await findCursor(tx, payout.chain);
    if (!cursor || cursor.finalTime <= mail.createdAt) return;
    if (isAsWritten(payout, now)) return sendDelayed(tx, mail, now);
    await dropDelayed(tx, mail, 'Not sent: its link pays no more.', now);
    await mailUndoneForGood(tx, payout, { now, isSure: true });
  });
}

/** Its link still pays, or never did since: a cancellation or the end of its time may have come after the mail was written. */
function isAsWritten({ status, cancelRequestedAt, expiresAt }: LockedPayout, now: Date): boolean {
  return status === 'failed' || (status === 'pending' && cancelRequestedAt === null && expiresAt > now);
}
