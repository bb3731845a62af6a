import { getAddress, isAddress } from 'viem';

/** The checksummed spelling of an address that we hold in lower case. */
export function checksumAddress(address: string): `0x${string}` {
  return getAddress(address);
}

/** Lower case for comparing and storing; null when the text is no address or its checksum is wrong (a typing error). */
export function readAddress(text: string): string | null {
  return isAddress(text) ? text.toLowerCase() : null;
}

/** Why `readAddress` took none, for the people who wrote it; its form is right, as a schema looked at that. */
export function explainChecksum(text: string): string {
  if (/^0x[0-9A-F]{40}$/.test(text)) {
    return `All its letters are capitals, in which no typing error shows: write it as your wallet shows it, or in small letters: ${text.toLowerCase()}.`;
  }
  return 'Its capitals do not fit its digits, so one of them was mistyped: copy the address again.';
}

/** A 0x text from the database as the type that viem wants; throws when it is none. */
export function hex(text: string): `0x${string}` {
  if (!/^0x[0-9a-f]*$/i.test(text)) throw new Error('Not hexadecimal text');
  return `0x${text.slice(2)}`;
}

/** An address for reading: its first and last six digits. */
export function shortAddress(address: string): string {
  const full = checksumAddress(address);
  return `${full.slice(0, 8)}…${full.slice(-6)}`;
}
