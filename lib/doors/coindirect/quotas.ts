import type { Database } from '@/db/client';
import { clientNetwork } from '@/lib/http/base/address';
import { addressQuota } from '@/lib/http/identity/authenticate';
import { claimsOfLinkPerMinute, claimsPerMinute, looksPerMinute } from '@/lib/http/identity/claim-quota';
import type { Quota } from '@/lib/http/identity/rate-limit';
import { hashToken } from '@/lib/kernel/secrets';
import { findPayoutOf } from './store';

/**
 * How requests are counted that bring a uuid and nothing else: by it where it is one of ours, what moves money apart from
 * looking; guesses by their address.
 */
export async function bearerQuotas(db: Database, { method, headers, url }: Request, uuid: string): Promise<Quota[]> {
  if (!(await findPayoutOf(db, uuid))) return [addressQuota(headers)];
  const subject = `uuid ${hashToken(uuid)}`;
  const here = `${subject} ${clientNetwork(headers)}`;
  // The hosted page asks for an update with each letter of an address, and whenever a price has run out.
  if (method !== 'PUT' || !/\/accept(\/summary)?$/.test(new URL(url).pathname)) {
    return [{ policy: 'link', subject: `look ${here}`, limit: looksPerMinute }];
  }
  return [
    { policy: 'link', subject: here, limit: claimsPerMinute },
    { policy: 'link', subject, limit: claimsOfLinkPerMinute },
  ];
}
