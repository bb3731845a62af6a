import type { Queryable } from '@/db/client';
import type { ScreenerAnswer } from '@/db/schema';
import { addSeconds } from '@/lib/kernel/clock';
import { cleared, listed, silent } from './answer';
import { findList, isListed } from './store';

/** A list that nobody could read again for so long says too little about today. */
export const maxListAgeSeconds = 7 * 86_400;

/** Whether the address stands in the list as it was last read. */
export async function askList(db: Queryable, address: string, now: Date): Promise<ScreenerAnswer> {
  const list = await findList(db, 'ofac');
  if (!list?.readAt || !list.sha256) return silent('ofac', 'The list was not read yet.');
  const facts = { list_date: list.listDate ?? '', sha256: list.sha256, read_at: list.readAt.toISOString() };
  // An old list says too little of who is not on it, and enough of who is.
  if (await isListed(db, 'ofac', address)) return listed('ofac', { category: 'sanctions', name: 'OFAC SDN' }, facts);
  const isOld = addSeconds(list.readAt, maxListAgeSeconds) < now;
  return isOld ? silent('ofac', 'The list could not be read for a week.', facts) : cleared('ofac', facts);
}
