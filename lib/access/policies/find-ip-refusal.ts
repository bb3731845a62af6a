import { BlockList, isIPv6 } from 'node:net';
import { Refusal } from '@/lib/kernel/errors';

function isWithin(ranges: readonly string[], address: string): boolean {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', bits = ''] = range.split('/');
    list.addSubnet(network, Number(bits), isIPv6(network) ? 'ipv6' : 'ipv4');
  }
  return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** Where a key may be used from some addresses alone, one that nobody knows is none of them. */
export function findIpRefusal(ranges: readonly string[], address: string | null): Refusal | null {
  if (ranges.length === 0 || (address !== null && isWithin(ranges, address))) return null;
  const detail = address
    ? `It may not be used from ${address}.`
    : 'It may be used from some addresses only, and yours is not known.';
  return new Refusal('key_ip_refused', { detail });
}
