import { Refusal } from '@/lib/kernel/errors';
import { cursorParts, keysOf } from './cursor-schema';
import { columnOf, type PayoutListQuery, type PayoutSort, usualSort } from './schema';

/** Where a page begins: the values that its list is sorted by, and whether it holds what a reference begins with. */
export type Mark = { sort: PayoutSort; begins: boolean; key: readonly string[] };

export function writeCursor(mark: Mark | null): string | null {
  return mark && Buffer.from(JSON.stringify([mark.sort, mark.begins, ...mark.key])).toString('base64url');
}

const refused = (detail: string, cause?: unknown) =>
  new Refusal('invalid_request', { field: 'cursor', detail }, { cause });

function read(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch (error) {
    throw refused('This cursor is not one of ours.', error);
  }
}

/** Refuses: invalid_request, for a cursor of a list in another order, too. */
export function readCursor(cursor: string, asked: Pick<PayoutListQuery, 'sort' | 'q'>): Mark {
  const parsed = cursorParts.safeParse(read(cursor));
  if (!parsed.success) throw refused('This cursor is not one of ours.');
  const [sort, begins, ...key] = parsed.data;
  const fits = sort === (asked.sort ?? (begins ? 'reference' : usualSort)) && (!begins || asked.q !== undefined);
  if (!fits) throw refused('This cursor belongs to a list in another order. Begin at its first page.');
  if (!keysOf[columnOf(sort)].safeParse(key).success) throw refused('This cursor is not one of ours.');
  return { sort, begins, key };
}

/** Where a page begins and to which side it goes. */
export function readMark(query: PayoutListQuery): { mark: Mark | null; forward: boolean } {
  if (query.after) return { mark: readCursor(query.after, query), forward: true };
  if (query.before) return { mark: readCursor(query.before, query), forward: false };
  return { mark: null, forward: true };
}
