import type { Origin } from '@/lib/access/actor';
import { clientAddress } from './address';

/** From where a request comes, for the audit. */
export function originOf(headers: Headers): Origin {
  return { address: clientAddress(headers), userAgent: headers.get('user-agent') };
}
