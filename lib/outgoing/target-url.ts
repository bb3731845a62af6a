import { Resolver } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { isPublicAddress, isPublicName } from './public-address';
import { explainTarget } from './target-schema';

export type Address = { address: string; family: number };

/** What decides where we may send: the operator's exceptions, and who answers for names. */
export type TargetRules = {
  /** `host:port` pairs that may be private and may speak plain http; with `merchant@` before it, for that one alone. */
  allowedPrivateHosts: readonly string[];
  resolve(name: string): Promise<Address[]>;
};

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

/** The rules as they are for one merchant: nobody reaches what another's network holds. */
export function rulesOf(merchantId: string | null, rules: TargetRules): TargetRules {
  const own = rules.allowedPrivateHosts.flatMap((entry) => {
    const [host = '', ...merchants] = entry.split('@').toReversed();
    return merchants.every((merchant) => merchant === merchantId) ? [host] : [];
  });
  return { allowedPrivateHosts: own, resolve: rules.resolve };
}

function refuse(detail: string): Refusal {
  return new Refusal('target_refused', { field: 'url', detail });
}

const privateAddress = 'It leads to an address that is not on the public internet.';

/** Whether the operator listed this very host and port as an exception. */
export function isAllowedPrivate(url: URL, rules: TargetRules): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return rules.allowedPrivateHosts.some((entry) => entry.toLowerCase() === `${url.hostname}:${port}`);
}

/** Web addresses are served on 443; the ports below 1024 belong to mail, shells and the like. */
function isOfferedPort(port: string): boolean {
  return port === '' || Number(port) >= 1024;
}

/** Reads an address and refuses what its text alone gives away. What a name leads to is decided when it is resolved. */
export function parseTarget(text: string, rules: TargetRules): URL {
  const fault = explainTarget(text);
  if (fault) throw refuse(fault);
  const url = new URL(text);
  if (isAllowedPrivate(url, rules)) return url;
  if (url.protocol !== 'https:') throw refuse('It must start with https://.');
  if (!isOfferedPort(url.port)) throw refuse('Its port must be 443, or 1024 and above.');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) {
    if (!isPublicAddress(host)) throw refuse(privateAddress);
  } else if (!isPublicName(host)) {
    throw refuse('It needs a full public domain name, such as hooks.example.com.');
  }
  return url;
}

/**
 * Reads an address with {placeholders}. They may stand in its path and query only, so that nothing which is filled in
 * can change where it leads.
 */
export function parseTemplate(template: string, rules: TargetRules): URL {
  const [, origin = template, rest = ''] = /^([^:]*:\/\/[^/?#]*)(.*)$/s.exec(template) ?? [];
  if (/[{}]/.test(origin) || /#.*[{}]/s.test(rest)) {
    throw refuse('Placeholders may stand in the path and the query only.');
  }
  const filled = rest.replaceAll(/\{[^{}\s]{1,64}\}/g, 'x');
  if (/[{}]/.test(filled)) throw refuse('A placeholder is a name in braces, such as {sid}.');
  return parseTarget(origin + filled, rules);
}

/**
 * Checks an address before it is saved, and what its name leads to now. A name that does not resolve yet is accepted:
 * the check at dialling protects us, this one tells the merchant early.
 */
export async function checkTarget(text: string, rules: TargetRules): Promise<URL> {
  const url = parseTarget(text, rules);
  await refusePrivateName(url, rules);
  return url;
}

/** Checks an address with {placeholders} before it is saved, in the same way. Save the text as it was given. */
export async function checkTemplate(template: string, rules: TargetRules): Promise<void> {
  await refusePrivateName(parseTemplate(template, rules), rules);
}

async function refusePrivateName(url: URL, rules: TargetRules): Promise<void> {
  if (isAllowedPrivate(url, rules) || isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0) return;
  const addresses = await rules.resolve(url.hostname).catch(() => []);
  if (addresses.some(({ address }) => !isPublicAddress(address))) throw refuse(privateAddress);
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
