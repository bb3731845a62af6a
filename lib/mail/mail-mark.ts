import { timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/kernel/env';
import { idPattern } from '@/lib/kernel/ids';
import { keyedHash } from '@/lib/kernel/secrets';

/** What others say of a mail they say by its mark: its id with 64 bits that only we can make. */
const markPattern = /(ml_[0-9a-z]{26})\.([0-9a-f]{16})/i;

function macOf(id: string): string {
  return keyedHash(id, 'mail mark').slice(0, 16);
}

export function markOf(id: string): string {
  return `${id}.${macOf(id)}`;
}

/** The id of the mail whose mark stands in this text; null where none of ours does. */
export function findMarked(text: string): string | null {
  const [, id = '', mac = ''] = markPattern.exec(text) ?? [];
  const given = id.toLowerCase();
  if (!idPattern('mail').test(given)) return null;
  return timingSafeEqual(Buffer.from(mac.toLowerCase()), Buffer.from(macOf(given))) ? given : null;
}

/** VERP: `bounces@portal.example` becomes an address of this one mail. */
export function returnPath(id: string, bounces: string): string {
  const at = bounces.lastIndexOf('@');
  return `${bounces.slice(0, at)}+${markOf(id)}${bounces.slice(at)}`;
}

/** Where a reader says that they want no more invitations; a POST does it, a GET only asks. */
export function optOutUrl(id: string): string {
  return `${env.BASE_URL}/api/mail/opt-out/${markOf(id)}`;
}
