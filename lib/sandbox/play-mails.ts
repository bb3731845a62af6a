import type { SandboxMail } from '@/db/vocabulary/sandbox';
import type { Context } from '@/lib/access/actor';
import { type MailReport, noteReport } from '@/lib/mail/report';
import { tellMails } from '@/lib/payouts/mails/tell-mails';
import { outcomeOfMailbox } from '@/lib/wire/sandbox';
import { selectMailsToPlay } from './store';

const atOnce = 50;

const words: Record<SandboxMail, Pick<MailReport, 'words' | 'code'>> = {
  bounced: { words: '550 5.1.1 There is no such mailbox (sandbox)', code: 550 },
  late: { words: '451 4.4.1 The mailbox is busy (sandbox)', code: 451 },
  complained: { words: 'Feedback-Type: abuse (sandbox)' },
};

/** Reports of test mails to reserved mailboxes what their name says, as a mail server would, and tells of it at once. */
export async function playMails(ctx: Context): Promise<boolean> {
  let noted = 0;
  for (const { id, recipient } of await selectMailsToPlay(ctx.db, atOnce)) {
    const state = outcomeOfMailbox(recipient);
    if (state && (await noteReport(ctx.db, { id, state, ...words[state] }, ctx.clock.now()))) noted += 1;
  }
  if (noted > 0) await tellMails(ctx);
  return noted > 0;
}
