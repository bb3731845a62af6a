import type { Context } from '@/lib/access/actor';
import { findCursor } from '@/lib/cursors/store';
import { log } from '@/lib/kernel/log';
import { dropDelayed, sendDelayed } from '@/lib/mail/outbox';
import { type MailRow, selectDelayed } from '@/lib/mail/store';
import { lockIfThere } from '@/lib/payouts/locked-store';

const atOnce = 50;

/**
 * A payment that the chain took back mostly comes again in another block. So its recipient is told of it only once a block that
 * was made since is final and shows nothing of it; where it came again they hear nothing. Quiet while none waits.
 */
export async function decideUndone(ctx: Context): Promise<boolean | 'quiet'> {
  const delayed = await selectDelayed(ctx.db, 'undone', ctx.clock.now(), atOnce);
  for (const mail of delayed) {
    await decide(ctx, mail).catch((error: unknown) => {
      log.error({ mail: mail.id, err: error }, 'a mail about a payment that was taken back stays delayed');
    });
  }
  return delayed.length === 0 && 'quiet';
}

/** Under the lock that a payment which comes again takes, too. */
async function decide({ db, clock }: Context, mail: MailRow): Promise<void> {
  const now = clock.now();
  await db.transaction(async (tx) => {
    const { merchantId, payoutId } = mail;
    const payout = merchantId && payoutId && (await lockIfThere(tx, { merchantId, id: payoutId }));
    if (!payout) return;
    if (payout.status === 'processing' || payout.status === 'completed')
      return dropDelayed(tx, mail, 'Not sent: the payment came again.', now);
    const cursor = await findCursor(tx, payout.chain);
    if (cursor && cursor.finalTime > mail.createdAt) await sendDelayed(tx, mail, now);
  });
}
