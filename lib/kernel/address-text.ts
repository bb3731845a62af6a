import { z } from 'zod';
import { explainHidden } from './text';

const pattern = /^0x[0-9a-fA-F]{40}$/;
const wanted = 'write 0x and its 40 digits';

/** What is wrong with a text that is to be an address, and what to write; null for one in the right form. */
export function explainAddress(text: string): string | null {
  if (pattern.test(text)) return null;
  const hidden = explainHidden(text);
  if (hidden) return `${hidden}: copy the address again, or type it`;
  const prefix = /^([a-z0-9]{1,20}):0x/i.exec(text)?.[1];
  if (prefix) return `begins with "${prefix}:": leave that out and begin with 0x`;
  if (/^0X/.test(text)) return 'begins with 0X: write 0x, with a small x';
  if (/^[0-9a-f]{40}$/i.test(text)) return 'lacks 0x at its beginning';
  if (/^[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)+$/u.test(text)) return `is a name: ${wanted} instead`;
  if (!text.startsWith('0x')) return 'must be an address: 0x and 40 hexadecimal digits';
  const wrong = /[^0-9a-f]/iu.exec(text.slice(2))?.[0];
  if (wrong) return `contains "${wrong}", which is no digit of an address (0 to 9 and a to f)`;
  return `has ${text.length - 2} digits after 0x, and an address has 40`;
}

/** An address as people and programs write it; whether its capitals fit is found out where it is used. */
export const evmAddressText = z
  .string()
  .trim()
  .regex(pattern, { error: ({ input }) => (typeof input === 'string' ? (explainAddress(input) ?? '') : '') });
