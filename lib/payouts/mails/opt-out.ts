import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { Refusal } from '@/lib/kernel/errors';
import { findMarked } from '@/lib/mail/mail-mark';
import { findMail } from '@/lib/mail/report';
import { insertOptOut } from './store';

type Incoming = { method: 'GET' | 'POST'; params: Readonly<Record<string, string | undefined>> };

/**
 * The reader of an invitation wants no more of this merchant's; their mail program sends the POST (RFC 8058). A GET, as of a
 * scanner, changes nothing. Codes, which they ask for, still come. Refuses: not_found.
 */
export async function optOut(ctx: Context, { method, params }: Incoming): Promise<{ unsubscribed: boolean }> {
  const id = findMarked(params.mark ?? '');
  const mail = id === null ? null : await findMail(ctx.db, id);
  if (!mail?.merchantId || !mail.payoutId) throw new Refusal('not_found', { detail: 'This is no mail of ours.' });
  if (method === 'GET') return { unsubscribed: false };
  const { merchantId, payoutId: subjectId, recipient: email } = mail;
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    if (!(await insertOptOut(tx, { merchantId, email, createdAt: now }))) return;
    await audit(tx, ctx, { merchantId, action: 'mail.opted_out', subjectId, detail: { email }, now });
  });
  return { unsubscribed: true };
}
