import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';

/** A header that no form and no other site's script can send without asking us first, which we never allow. */
export const deskHeader = 'x-drawbridge-desk';

function refuse(detail: string): Refusal {
  return new Refusal('cross_site_refused', { detail });
}

/**
 * Lets only our own pages act on the strength of a cookie. Browsers say where a request comes from, in Origin and
 * Sec-Fetch-Site; what changes something must say so, from every caller, and be of a kind that forms cannot send.
 */
export function refuseCrossSite({ method, headers }: Request): void {
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  const home = new URL(env.BASE_URL).origin;
  if (origin !== null && origin !== home) throw refuse(`It comes from ${origin}. Open the portal at ${home}.`);
  if (site !== null && site !== 'same-origin' && site !== 'none') throw refuse(`Open the portal at ${home}.`);
  if (method === 'GET' || method === 'HEAD') return;
  if (origin === null && site !== 'same-origin') throw refuse('It does not say which page it comes from.');
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json' && !headers.has(deskHeader))
    throw refuse('It is of a kind that any form could send.');
}
