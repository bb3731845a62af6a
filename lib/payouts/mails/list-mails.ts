import { type Context, requirePermission } from '@/lib/access/actor';
import { Refusal } from '@/lib/kernel/errors';
import { mailsAbout } from '@/lib/mail/report';
import { findPayout } from '@/lib/payouts/store';
import { presentMail } from './present-mail';
import type { MailList } from './schema';

/** What was sent to the recipient of a payout, and what became of it; the oldest first. Refuses: not_found. */
export async function listMails(ctx: Context, id: string): Promise<MailList> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  if (!(await findPayout(ctx.db, merchantId, id))) {
    throw new Refusal('not_found', { detail: `There is no payout ${id}.` });
  }
  const mails = await mailsAbout(ctx.db, { merchantId, payoutId: id });
  return { data: mails.map(presentMail).filter((mail) => mail !== null) };
}
