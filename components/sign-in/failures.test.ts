import { expect, test } from 'vitest';
import type { Refused } from './door';
import { failureOf } from './failures';
import { walletFailureOf } from './wallet-failures';

const codes = [
  ...(['code_wrong', 'proof_expired', 'not_a_member', 'sign_in_message_invalid', 'signature_invalid'] as const),
  ...([
    'chain_unavailable',
    'cross_site_refused',
    'rate_limited',
    'unavailable',
    'unreachable',
    'invalid_request',
  ] as const),
  'internal',
] satisfies Refused['code'][];

test('every way to fail has words of its own', () => {
  const headings = codes.map((code) => failureOf({ code, detail: 'Its detail.' }).heading);
  expect(new Set(headings).size).toBe(codes.length);
  for (const code of codes) expect(failureOf({ code, detail: 'Its detail.' }).words.length).toBeGreaterThan(10);
});

test.each([
  [{ code: 'code_wrong', triesLeft: 3 }, '3 tries are left.'],
  [{ code: 'code_wrong', triesLeft: 1 }, 'One try is left.'],
  [{ code: 'code_wrong', triesLeft: 0 }, 'Ask for a new one.'],
  [{ code: 'rate_limited', waitSeconds: 59 }, 'Wait a minute'],
  [{ code: 'rate_limited', waitSeconds: 700 }, 'Wait 12 minutes'],
] as const)('%o says what is left', (refused, words) => {
  expect(failureOf({ detail: '', ...refused }).words).toContain(words);
});

test('a wallet on another network than it is known on is told which one', () => {
  const refused = { code: 'sign_in_message_invalid', detail: 'It is known on Base.' } as const;
  expect(failureOf({ ...refused, field: 'chain_id' }).words).toBe('It is known on Base.');
  expect(failureOf({ ...refused, field: 'nonce' }).words).not.toContain('Base');
});

test('a wallet that declined, one that is busy, and one that cannot are told apart', () => {
  const headings = (['rejected', 'wallet_busy', 'unclear'] as const).map((one) => walletFailureOf(one).heading);
  expect(new Set(headings).size).toBe(3);
});
