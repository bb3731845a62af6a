import { expect, test } from 'vitest';
import { differenceReasons, reasonCodes, unprovenCodes } from '@/db/vocabulary/reasons';
import { reason } from './reason';
import { wordsIn, wordsOf } from './reason-words';

const facts = { number: '7', nonce: 7, words: 'our own fault', symbol: 'USDT', decimals: 6, amount: true };
const more = { count: 2, reference: 'order-1', claim_id: '8', first_id: '9', hash: '0x1' };
const told = reasonCodes.map((code) => [code, wordsOf({ code, facts: { ...facts, ...more } })] as const);

test('every reason has words of its own, and none lacks a fact', () => {
  expect(new Set(told.map(([, words]) => words)).size).toBe(reasonCodes.length);
  expect(told.filter(([, words]) => words.trim() === '' || words.includes('undefined'))).toEqual([]);
});

test('a failure or a difference is told in whole sentences, as it stands alone', () => {
  const alone: readonly string[] = [...differenceReasons, ...unprovenCodes].filter((code) => code !== 'written_off');
  const sentences = told.filter(([code]) => alone.includes(code)).map(([, words]) => words);
  expect(sentences).toHaveLength(alone.length);
  expect(sentences.filter((words) => !/^[A-Z].*\.$/.test(words))).toEqual([]);
});

test('what was paid otherwise than agreed is told in the units of its asset, exactly', () => {
  const paid = { recipient_got: '24475500', recipient_due: '24500000', symbol: 'USDT', decimals: 6 };
  const fee = { fee_got: '0', fee_due: '500000' };
  expect(wordsOf(reason('not_as_agreed', { ...paid, ...fee, token: true }))).toBe(
    'Not as agreed: token, the recipient got 24.4755 USDT of 24.50 USDT, the fee came to 0.00 USDT of 0.50 USDT.',
  );
});

test('of what an audit line keeps, only a reason is put into words', () => {
  expect(wordsIn(JSON.parse(JSON.stringify(reason('safe_number_used', { number: '9' }))))).toContain('number 9 ');
  expect([undefined, null, 'gone', { code: 'no_such_code', facts: {} }].map(wordsIn)).toEqual([null, null, null, null]);
});
