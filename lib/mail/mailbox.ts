import type { Queryable } from '@/db/client';
import type { Words } from './render';
import { openWords } from './sealed-words';
import { selectNewest } from './store';

export type KeptMail = { to: string; subject: string; text: string; at: Date };

const maxShown = 200;

/** One mail that cannot be opened says so, and hides no other. */
function wordsOf(mail: Parameters<typeof openWords>[0]): Words {
  try {
    return openWords(mail);
  } catch {
    return {
      subject: '(cannot be opened)',
      text: 'This mail was sealed with another SECRETS_KEY, or was changed since.',
    };
  }
}

/** The demo's mails, the newest first; all, or those to one address. */
export async function readMailbox({ db }: { db: Queryable }, to?: string): Promise<KeptMail[]> {
  const rows = await selectNewest(db, to, maxShown);
  return rows.map(({ to, at, ...mail }) => ({ to, at, ...wordsOf(mail) }));
}
