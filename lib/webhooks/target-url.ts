import { Resolver } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';

export type Address = { address: string; family: number };

/** What decides where we may send: the operator's exceptions, and who answers for names. */
export type TargetRules = {
  /** `host:port` pairs that may be private and may speak plain http. */
  allowedPrivateHosts: readonly string[];
  resolve(name: string): Promise<Address[]>;
};

const globalUnicast = ipaddr.parseCIDR('2000::/3');
/** Public in form, but answered by the cloud host itself. */
const hostServices = ['168.63.129.16'];

/** Whether an address belongs to the public internet. Only what is known to be public passes. */
export function isPublicAddress(text: string): boolean {
  if (isIP(text) === 0) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast' || hostServices.includes(text)) return false;
  return address instanceof ipaddr.IPv4 || address.match(globalUnicast);
}

/** Asks DNS for both families, without the hosts file, search domains or the thread pool that slow names could fill. */
export async function resolveByDns(name: string): Promise<Address[]> {
  return resolveWith(new Resolver({ timeout: 2000, tries: 2 }), name);
}

export async function resolveWith(resolver: Resolver, name: string): Promise<Address[]> {
  const [four, six] = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
  const found = [
    ...(four.status === 'fulfilled' ? four.value.map((address) => ({ address, family: 4 })) : []),
    ...(six.status === 'fulfilled' ? six.value.map((address) => ({ address, family: 6 })) : []),
  ];
  if (found.length === 0 && four.status === 'rejected') throw four.reason;
  return found;
}

/** The rules that this installation's settings give. */
export const operatorRules: TargetRules = {
  get allowedPrivateHosts() {
    return env.WEBHOOK_ALLOWED_PRIVATE_HOSTS;
  },
  resolve: resolveByDns,
};

function refuse(detail: string): Refusal {
  return new Refusal('target_refused', { field: 'url', detail });
}

const privateAddress = 'It leads to an address that is not on the public internet.';

/** Whether the operator listed this very host and port as an exception. */
export function isAllowedPrivate(url: URL, rules: TargetRules): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return rules.allowedPrivateHosts.some((entry) => entry.toLowerCase() === `${url.hostname}:${port}`);
}

/** Reads an address and refuses what its text alone gives away. What a name leads to is decided when it is resolved. */
export function parseTarget(text: string, rules: TargetRules): URL {
  const url = URL.parse(text);
  if (!url) throw refuse('It is not a complete web address.');
  if (url.username || url.password) throw refuse('It must not contain a user name or a password.');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refuse('It must start with https://.');
  if (isAllowedPrivate(url, rules)) return url;
  if (url.protocol !== 'https:') throw refuse('It must start with https://.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) {
    if (!isPublicAddress(host)) throw refuse(privateAddress);
  } else if (!/[^.]\.[^.]/.test(host)) {
    throw refuse('It needs a full domain name, such as hooks.example.com.');
  }
  return url;
}

/**
 * Checks an address before it is saved, and what its name leads to now. A name that does not resolve yet is accepted:
 * the check at dialling protects us, this one tells the merchant early.
 */
export async function checkTarget(text: string, rules: TargetRules): Promise<URL> {
  const url = parseTarget(text, rules);
  if (isAllowedPrivate(url, rules) || isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0) return url;
  const addresses = await rules.resolve(url.hostname).catch(() => []);
  if (addresses.some(({ address }) => !isPublicAddress(address))) throw refuse(privateAddress);
  return url;
}

/**
 * A `lookup` for outgoing connections: resolves once, refuses the name when any of its addresses is not public, and
 * hands the connection the very addresses that were checked.
 */
export function guardedLookup(rules: TargetRules): LookupFunction {
  return (name, options, callback) => {
    rules.resolve(name).then(
      (addresses) => {
        const [first] = addresses;
        if (!first) return callback(new Error(`${name} has no address`), '');
        if (addresses.some(({ address }) => !isPublicAddress(address))) return callback(refuse(privateAddress), '');
        if (options.all) return callback(null, addresses);
        return callback(null, first.address, first.family);
      },
      (error: Error) => callback(error, ''),
    );
  };
}
