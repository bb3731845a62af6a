import { ask } from '@/components/ask/ask';
import { problemOf } from '@/components/ask/problem';

type NamingBody = { address: string; proof?: string | undefined };

/**
 * Asks for something that goes to `address`. Where the link has a key of its own, that key names the address first: what it
 * signs is told by the first answer. `fragment`: what stands behind the page's #. Goes out although the page is closed right after.
 */
export async function askWithKey<T>(path: string, body: NamingBody, fragment: string) {
  const post = (given: object) => ask<T>(path, { method: 'POST', body: given, keepalive: true });
  const reply = await post(body);
  if (reply?.ok) return reply;
  const { code, facts } = problemOf(reply);
  if (code !== 'key_signature_needed') return reply;
  const { nameByKey } = await import('./name-by-key');
  const named = await nameByKey(fragment, facts ?? {}, body.address);
  return named ? post({ ...body, key_signature: named }) : reply;
}
