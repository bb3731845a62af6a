import type { Database } from '@/db/client';
import { clientNetwork } from '@/lib/http/base/address';
import { isOpenLink } from '@/lib/http/base/store';
import { hashToken } from '@/lib/kernel/secrets';
import type { Quota } from './rate-limit';

/** An open page looks some thirty times a minute; there may be several of one link. */
export const looksPerMinute = 240;
/** Each claim asks the chain, signs and writes; one link needs a handful. */
export const claimsPerMinute = 30;
/** The same from all networks together. */
export const claimsOfLinkPerMinute = 120;

/**
 * How requests about one link are counted: by the link, so that nobody behind the same address can use up
 * what they may do, and what moves money apart from looking. Null where nobody has it: guesses count by address.
 * The narrowest bound comes first.
 */
export async function claimQuotas(
  db: Database,
  { method, headers }: Request,
  params: unknown,
): Promise<Quota[] | null> {
  const token: unknown = Object(params).token;
  if (typeof token !== 'string') return null;
  const link = hashToken(token);
  if (!(await isOpenLink(db, link))) return null;
  const here = `${link} ${clientNetwork(headers)}`;
  if (method === 'GET' || method === 'HEAD')
    return [{ policy: 'link', subject: `look ${here}`, limit: looksPerMinute }];
  return [
    { policy: 'link', subject: here, limit: claimsPerMinute },
    { policy: 'link', subject: link, limit: claimsOfLinkPerMinute },
  ];
}
