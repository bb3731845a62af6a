import type { Address, Hex } from 'viem';
import { getAddress, isHex } from 'viem';

/** The portal's address text as viem's type; an address with a bad checksum is refused. */
export function addressOf(text: string): Address {
  return getAddress(text);
}

export function hexOf(text: string): Hex {
  if (!isHex(text)) throw new Error('The portal sent a call that is not hexadecimal.');
  return text;
}
