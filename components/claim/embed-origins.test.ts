import { expect, test } from 'vitest';
import { originsToTell } from './embed-origins';

const listed = ['https://shop.example', 'https://pay.shop.example'];

test('status is told to the embedding page only, and only if the merchant listed it', () => {
  expect(originsToTell(listed, 'https://pay.shop.example')).toEqual(['https://pay.shop.example']);
  expect(originsToTell(listed, 'https://evil.example')).toEqual([]);
  expect(originsToTell(listed, 'null')).toEqual([]);
  expect(originsToTell([], 'https://shop.example')).toEqual([]);
});

test('where the browser does not say who embeds, each listed origin is addressed by name and never everyone', () => {
  expect(originsToTell(listed, undefined)).toEqual(listed);
  expect(originsToTell([], undefined)).toEqual([]);
});
