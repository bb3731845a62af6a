import { isIPv4, isIPv6 } from 'node:net';
import { env } from '@/lib/kernel/env';

/** Set by `noteArrivals` on each request as it arrives; a value that the caller sent is replaced. */
export const peerHeader = 'x-drawbridge-peer';

/** One line usually holds a whole /64 of IPv6, so that is what counts as one address. */
function ipv6Network(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const left = head.split(':').filter(Boolean);
  const right = tail?.split(':').filter(Boolean) ?? [];
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  const groups = tail === undefined ? left : [...left, ...zeros, ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/** What counts as one: the address itself, or the /64 that it is in. */
export function networkOf(address: string): string {
  const mapped = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIPv4(mapped)) return mapped;
  return isIPv6(address) ? ipv6Network(address) : 'unknown';
}

/** Some proxies write the port behind the address. */
function withoutPort(text: string): string {
  return /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text)?.[1] ?? text;
}

function clientText(headers: Headers): string {
  const forwarded = env.TRUST_PROXY ? headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
  return withoutPort(forwarded || headers.get(peerHeader) || '');
}

/** The whole address that a request comes from, for the audit; null where nobody knows it. */
export function clientAddress(headers: Headers): string | null {
  const mapped = clientText(headers).replace(/^::ffff:(?=\d+\.)/i, '');
  return isIPv4(mapped) || isIPv6(mapped) ? mapped : null;
}

/**
 * Whether callers can be told apart: over https there is always a proxy in front, and without TRUST_PROXY everybody comes
 * from its address.
 */
export function seesNetworks(): boolean {
  return env.TRUST_PROXY || !env.BASE_URL.startsWith('https:');
}

/** The network that proofs of identity are counted under; null where everybody would be in the same one. */
export function proofNetwork(headers: Headers): string | null {
  return seesNetworks() ? clientNetwork(headers) : null;
}

/**
 * The address that a request is counted under: the socket's, or, behind a proxy that the operator trusts, the last
 * one in X-Forwarded-For, which is the one that proxy wrote.
 */
export function clientNetwork(headers: Headers): string {
  return networkOf(clientText(headers));
}
