import { type Hex, keccak256, type PublicClient, slice, stringToHex, toFunctionSelector } from 'viem';
import { hex } from '@/lib/chains/address';

/** Where proxies keep what they stand for: ERC-1967, its beacon, and the older way of OpenZeppelin. */
const slots = {
  implementation: '0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc',
  beacon: '0xa3f0ad74e5423aebfd80d3ef4346578335a9a72aeaee59ff6cb3582b35133d50',
  older: '0x7050c9e0f4ca769c69bd3a8ef740bc37934f8e2c036e5a723fd8ee048ed3f8c3',
} as const;

/** The code of a minimal proxy (ERC-1167), around the address that it stands for. */
const minimalProxy = /^0x363d3d373d3d3d363d73([0-9a-f]{40})5af43d82803e903d91602b57fd5bf3/;

/** `hash` is another one where the code is, or where it stands for another address. */
export type TokenCode = { code: string; isProxy: boolean; hash: string };

/** The code that a token runs: its own, and what it stands for where it is a proxy. */
export async function readTokenCode(client: PublicClient, token: string): Promise<TokenCode> {
  const address = hex(token);
  const [own = '0x', ...kept] = await Promise.all([
    client.getCode({ address }),
    ...Object.values(slots).map((slot) => client.getStorageAt({ address, slot })),
  ]);
  const minimal = minimalProxy.exec(own)?.[1];
  const behind = minimal ? [hex(`0x${minimal}`)] : kept.flatMap(addressIn);
  const codes = await Promise.all(behind.map((one) => client.getCode({ address: one })));
  const hash = keccak256(stringToHex([own, ...behind, ...codes].join(' ')));
  return { code: [own, ...codes].join(''), isProxy: behind.length > 0, hash };
}

function addressIn(word: Hex | undefined): Hex[] {
  if (!word || BigInt(word) === 0n) return [];
  return [slice(word, -20)];
}

/** Whether the code has one of these functions, by the four bytes that it compares a call with. */
export function hasFunction({ code }: TokenCode, signatures: readonly string[]): boolean {
  return signatures.some((signature) => code.includes(`63${toFunctionSelector(signature).slice(2)}`));
}
