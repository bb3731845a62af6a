import { expect, test } from 'vitest';
import { hashToken, newToken, seal, unseal } from './secrets';

test('a sealed text opens under its own purpose only', () => {
  const sealed = seal('a claim link', 'row 1');
  expect(unseal(sealed, 'row 1')).toBe('a claim link');
  expect(() => unseal(sealed, 'row 2')).toThrow();
});

test('a sealed text that was changed anywhere does not open', () => {
  const parts = seal('a claim link', 'row 1').split('.');
  const changed = parts.map((_, index) =>
    parts.map((part, at) => (at === index ? `A${part.slice(1)}B` : part)).join('.'),
  );
  for (const text of changed) expect(() => unseal(text, 'row 1')).toThrow();
});

test('tokens carry 256 random bits and are told apart by their hash', () => {
  const tokens = Array.from({ length: 100 }, newToken);
  expect(new Set(tokens.map(hashToken)).size).toBe(100);
  expect(tokens.every((token) => Buffer.from(token, 'base64url').length === 32)).toBe(true);
});
