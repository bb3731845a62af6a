import type { Queryable } from '@/db/client';
import { openWords } from './sealed-words';
import { selectNewest } from './store';

export type KeptMail = { to: string; subject: string; text: string; at: Date };

const mostShown = 200;

/** The demo's mails, the newest first; all, or those to one address. */
export async function readMailbox({ db }: { db: Queryable }, to?: string): Promise<KeptMail[]> {
  const rows = await selectNewest(db, to, mostShown);
  return rows.map(({ to, at, ...mail }) => ({ to, at, ...openWords(mail) }));
}
