import { z } from 'zod';
import { parseExact, plainDecimal, ReadNumber } from '@/lib/kernel/exact-json';
import { idPattern } from '@/lib/kernel/ids';
import type { ParsedMessage } from './dialect';
import { digestHex, quietly } from './proof';

/** Reading what others say: short printable texts and exact decimals, or nothing at all. */

/** Fits a database and a log: no NUL, no other control characters, no half of a character. */
export const word = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);

export const numeral = z.instanceof(ReadNumber).transform(({ text }) => text);

/** A name that some write as a number. */
export const wordOrNumber = word.or(numeral.pipe(word));

export const maybe = wordOrNumber
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);

export const evmHash = z
  .string()
  .regex(/^(0x)?[0-9a-f]{64}$/i)
  .transform((hash) => `0x${hash.replace(/^0x/i, '').toLowerCase()}`)
  .nullish()
  .catch(null)
  .transform((hash) => hash ?? null);

/** An amount written as a number or as text; null where it is neither. */
export const decimal = z
  .string()
  .or(numeral)
  .nullish()
  .catch(null)
  .transform((text) => {
    const plain = text ? plainDecimal(text.trim()) : null;
    return plain?.startsWith('-') ? null : plain;
  });

/** A body in this shape; null where it is not JSON or not of this shape. */
export function readBody<T extends z.ZodType>(shape: T, body: string): z.infer<T> | null {
  return quietly(() => shape.parse(parseExact(body)));
}

/** Splits the sender's single id into ours or the merchant's. */
export function namesOf(id: string | null, reference: string | null): Pick<ParsedMessage, 'payoutId' | 'reference'> {
  const ours = id !== null && idPattern('payout').test(id);
  return { payoutId: ours ? id : null, reference: reference ?? (ours ? null : id) };
}

/** A message that can be read and is about nothing of ours. */
export function aside(type: string, status: string | null, body: string): ParsedMessage {
  return { key: digestHex('sha256', body), type, status, payoutId: null, reference: null, hash: null, amount: null };
}
