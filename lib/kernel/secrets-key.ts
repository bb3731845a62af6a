import { z } from 'zod';

const tooFewValues = 16;

/** Random bytes hardly ever repeat that much, and are never all letters: what does is a placeholder or a password. */
function looksRandom(key: Buffer): boolean {
  return new Set(key).size >= tooFewValues && key.some((byte) => byte < 0x20 || byte > 0x7e);
}

/** The key under which everything secret is sealed: 32 random bytes, written in base64. */
export const secretsKey = z
  .base64({ error: 'must be 32 bytes in base64: openssl rand -base64 32' })
  .transform((text) => Buffer.from(text, 'base64'))
  .refine((key) => key.length === 32, { error: 'must be 32 bytes in base64: openssl rand -base64 32', abort: true })
  .refine(looksRandom, { error: 'is not random, so that it can be guessed: openssl rand -base64 32 makes one' });
