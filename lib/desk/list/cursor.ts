import { Refusal } from '@/lib/kernel/errors';
import { idPattern } from '@/lib/kernel/ids';
import type { PayoutListQuery } from './schema';

/** Where a page begins: after a payout's id, or after a reference, as its list is ordered. */
export type Mark = { order: 'newest' | 'reference'; key: string };

const letters = { newest: 'n', reference: 'r' } as const;

export function writeCursor(mark: Mark | null): string | null {
  return mark && Buffer.from(`${letters[mark.order]}:${mark.key}`).toString('base64url');
}

export function readCursor(cursor: string): Mark {
  const text = Buffer.from(cursor, 'base64url').toString();
  const key = text.slice(2);
  if (text.startsWith('n:') && idPattern('payout').test(key)) return { order: 'newest', key };
  // PostgreSQL has no text with a null character in it.
  if (text.startsWith('r:') && key && !key.includes('\0')) return { order: 'reference', key };
  throw new Refusal('invalid_request', { field: 'cursor', detail: 'This cursor is not one of ours.' });
}

/** Where a page begins and to which side it goes. */
export function readMark({ after, before }: PayoutListQuery): { mark: Mark | null; forward: boolean } {
  if (after) return { mark: readCursor(after), forward: true };
  if (before) return { mark: readCursor(before), forward: false };
  return { mark: null, forward: true };
}
