import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

const globalUnicast = ipaddr.parseCIDR('2000::/3');
/** Public in form, but answered by the cloud host itself. */
const hostServices = ['168.63.129.16'];

/** ISATAP writes an IPv4 address behind 0:5efe or 200:5efe (RFC 5214). */
function isIsatap({ parts }: ipaddr.IPv6): boolean {
  return parts[5] === 0x5efe && (parts[4] === 0 || parts[4] === 0x0200);
}

/**
 * Whether an address belongs to the public internet. Only what is known to be public passes; an IPv6 address that
 * carries any IPv4 address inside never does.
 */
export function isPublicAddress(text: string): boolean {
  if (isIP(text) === 0 || text.includes('%')) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast' || hostServices.includes(text)) return false;
  return address instanceof ipaddr.IPv4 || (address.match(globalUnicast) && !isIsatap(address));
}

const label = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?';
const fullName = new RegExp(`^(?:${label}\\.)+${label}\\.?$`);
/** Names that resolvers answer with this host or this network (RFC 6761, 6762, 8375, 9476; ICANN for .internal). */
const localName =
  /(^|\.)(localhost|localdomain|local|internal|intranet|private|corp|home|lan|home\.arpa|alt|onion)\.?$/;

/** Whether a host, as the URL parser spells it, is a full name that can belong to the public internet. */
export function isPublicName(host: string): boolean {
  return host.length <= 254 && fullName.test(host) && !localName.test(host);
}
