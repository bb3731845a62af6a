import type { Tx } from '@/db/client';
import type { MailKind } from '@/db/vocabulary/mails';
import { newId } from '@/lib/kernel/ids';
import { sealWords } from './sealed-words';
import { emptied, insertMail, type MailRow, ringForMails, updateDelayed } from './store';

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
  /** It waits for `sendDelayed`, or for `dropDelayed` where it is no longer true; without either it is sent at this moment. */
  delayedUntil?: Date;
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
    nextAttemptAt: mail.delayedUntil ?? mail.now,
    worthlessAt: mail.worthlessAt ?? null,
    createdAt: mail.now,
  });
  await ringForMails(tx);
  return id;
}

/** Has a mail that was delayed sent now. */
export async function sendDelayed(tx: Tx, { id }: MailRow, now: Date): Promise<void> {
  await updateDelayed(tx, id, { nextAttemptAt: now });
  await ringForMails(tx);
}

/** Ends a mail that was delayed and is not true any more; nobody is told that it was not sent. */
export async function dropDelayed(tx: Tx, { id }: MailRow, error: string, now: Date): Promise<void> {
  const ended = { failedAt: now, state: 'failed', toldState: 'failed', stateAt: now, error } as const;
  await updateDelayed(tx, id, { ...ended, ...emptied });
}

/** Headers end at a line's end: a value from outside must not begin another one. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
