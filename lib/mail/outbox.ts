import type { Tx } from '@/db/client';
import { newId } from '@/lib/kernel/ids';
import { sealWords } from './sealed-words';
import { insertMail, ringForMails } from './store';

export type NewMail = {
  /** Null for a mail that is not a merchant's, such as a sign-in code. */
  merchantId: string | null;
  to: string;
  subject: string;
  text: string;
  /** After this the mail helps nobody and is dropped instead of sent. */
  worthlessAt?: Date;
  now: Date;
};

/** Puts a mail into the outbox in the transaction that has something to say; the worker sends it after the commit. */
export async function queueMail(tx: Tx, mail: NewMail): Promise<string> {
  const id = newId('mail', mail.now.getTime());
  await insertMail(tx, {
    id,
    merchantId: mail.merchantId,
    recipient: oneLine(mail.to),
    ...sealWords(id, { subject: oneLine(mail.subject), text: mail.text }),
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
