import { z } from 'zod';
import { evmAddressText } from '@/lib/kernel/address-text';
import { codeOfText, webAddressText } from '@/lib/kernel/text';

/** The smallest words of the wire, the same in every room. */
export const decimalText = codeOfText(80, 0).meta({
  description: 'Exact decimal text, never a float.',
  examples: ['25.00'],
});
export const isoTime = z.iso.datetime().meta({ examples: ['2026-01-31T12:00:00.000Z'] });
export const evmAddress = evmAddressText.meta({ examples: ['0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'] });
export const evmHash = z.string().regex(/^0x[0-9a-fA-F]{64}$/, 'must be a hash: 0x and 64 hexadecimal digits');
export const webUrl = webAddressText();

/**
 * A mailbox in the one spelling that is kept: its domain in lower case. What stands before the @ is its server's business,
 * so `Ann` and `ann` are two here.
 */
export const mailbox = z
  .string()
  .trim()
  .overwrite((text) => text.replace(/@[^@]*$/, (domain) => domain.toLowerCase()))
  .pipe(z.email({ error: 'must be an email address' }).max(254));
