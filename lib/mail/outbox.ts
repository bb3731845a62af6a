import type { Tx } from '@/db/client';
import type { MailKind } from '@/db/vocabulary';
import { newId } from '@/lib/kernel/ids';
import { sealWords } from './sealed-words';
import { emptied, insertMail, ringForMails } from './store';

export type NewMail = {
  /** Null for a mail that is not a merchant's, such as a sign-in code. */
  merchantId: string | null;
  /** Where it goes to the recipient of a payout: whose story tells what became of it. */
  about?: { payoutId: string; kind: MailKind };
  to: string;
  subject: string;
  text: string;
  /** The same words as a page. */
  html?: string;
  /** After this the mail helps nobody and is dropped instead of sent. */
  worthlessAt?: Date;
  /** Its reader wants no such mail: it is kept as not sent. */
  withheld?: boolean;
  now: Date;
};

/** Puts a mail into the outbox in the transaction that has something to say; the worker sends it after the commit. */
export async function queueMail(tx: Tx, mail: NewMail): Promise<string> {
  const id = newId('mail', mail.now.getTime());
  await insertMail(tx, {
    id,
    merchantId: mail.merchantId,
    ...mail.about,
    recipient: oneLine(mail.to),
    ...sealWords(id, { subject: oneLine(mail.subject), text: mail.text, html: mail.html }),
    stateAt: mail.now,
    ...(mail.withheld && { ...emptied, failedAt: mail.now, state: 'unsubscribed' }),
    nextAttemptAt: mail.now,
    worthlessAt: mail.worthlessAt ?? null,
    createdAt: mail.now,
  });
  await ringForMails(tx);
  return id;
}

/** Headers end at a line's end: a value from outside must not begin another one. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
