import type { Database, Queryable, Tx } from '@/db/client';
import type { MailState } from '@/db/vocabulary/mails';
import type { MailRow } from './store';
import { endOpenMails, findMailAbout, markTold, selectMailsAbout, selectUntold, writeReport } from './store';

/** What came back of a mail after the server had taken it. */
export type MailReport = {
  id: string;
  state: Extract<MailState, 'late' | 'bounced' | 'complained'>;
  /** What the report says, as it stands there. */
  words: string;
  code?: number;
};

const maxWords = 500;

/** Keeps what a report says of a mail. It tells of a mail and of nothing else: no payout moves by it. */
export async function noteReport(db: Database, { id, state, words, code }: MailReport, now: Date): Promise<boolean> {
  const error = words
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, maxWords);
  const report = { state, stateAt: now, error, smtpCode: code ?? null, retryable: state === 'late' };
  return writeReport(db, id, report);
}

/** Mails about payouts that came to a bad end which their merchant was not told of, the oldest first, after this one. */
export async function untoldMails(db: Queryable, after: string, limit: number): Promise<MailRow[]> {
  return selectUntold(db, after, limit);
}

export async function noteTold(tx: Tx, mail: MailRow): Promise<boolean> {
  return markTold(tx, mail.id, mail.state);
}

/** All mails to the recipient of one payout, the oldest first. */
export async function mailsAbout(db: Queryable, key: { merchantId: string; payoutId: string }): Promise<MailRow[]> {
  return selectMailsAbout(db, key);
}

/** A mail about a payout; null where it is none. */
export async function findMail(db: Queryable, id: string): Promise<MailRow | null> {
  return findMailAbout(db, id);
}

/** What still waits to go to the recipient of a payout does not go any more, and nobody is told so. */
export async function withdrawMails(tx: Tx, key: { merchantId: string; payoutId: string }, now: Date): Promise<void> {
  await endOpenMails(tx, key, { error: 'Not sent: its recipient was changed.', now });
}
