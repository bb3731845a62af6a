import { hexToBytes, keccak256, pad } from 'viem';
import { hex } from '@/lib/chains/address';

/** Logs that matter: of any of these addresses, of any of these events, and about any of these parties. Lower case. */
export type Sought = { addresses: readonly string[]; events: readonly string[]; parties: readonly string[] };

const maxCached = 50_000;
const cache = new Map<string, readonly number[]>();

/** The three of the bloom's 2048 bits that a word sets. */
function bitsOf(word: string): readonly number[] {
  const known = cache.get(word);
  if (known) return known;
  const hash = hexToBytes(keccak256(hexToBytes(hex(word))));
  const bits = [0, 2, 4].map((at) => (((hash[at] ?? 0) << 8) | (hash[at + 1] ?? 0)) & 2047);
  if (cache.size > maxCached) cache.clear();
  cache.set(word, bits);
  return bits;
}

/** False proves that a block has no such log. True proves nothing: other logs may have set the same bits. */
export function mayContain(bloom: string, { addresses, events, parties }: Sought): boolean {
  const bytes = hexToBytes(hex(bloom));
  const isSet = (bit: number) => ((bytes[bytes.length - 1 - (bit >> 3)] ?? 0) & (1 << (bit & 7))) !== 0;
  const has = (word: string) => bitsOf(word).every(isSet);
  return addresses.some(has) && events.some(has) && parties.some((party) => has(pad(hex(party), { size: 32 })));
}
