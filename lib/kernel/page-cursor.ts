import { Refusal } from './errors';
import { type IdKind, idPattern } from './ids';

/** Where a page of the API goes on: the last id of the page before, in letters that ask not to be read. */
export function cursorAt(id: string): string {
  return Buffer.from(id).toString('base64url');
}

/** Refuses: invalid_request. */
export function readCursor(kind: IdKind, cursor: string): string {
  const id = Buffer.from(cursor, 'base64url').toString();
  if (idPattern(kind).test(id)) return id;
  throw new Refusal('invalid_request', { field: 'cursor', detail: 'This cursor is not one of ours.' });
}

/** A time of a request. Nothing of ours is from before 1970, and the database knows no year 0. */
export function momentOf(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(Math.max(0, Date.parse(text)));
}
