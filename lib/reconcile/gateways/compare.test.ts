import { expect, test } from 'vitest';
import { compare, type Known } from './compare';

const hash = `0x${'aa'.repeat(32)}`;
const another = `0x${'bb'.repeat(32)}`;
const settled: Known = { status: 'paid', settled: true, hash, taken: true, ageSeconds: 60 };
const failed: Known = { status: 'failed', settled: false, hash: null, taken: true, ageSeconds: 60 };
const unknown: Known = { ...failed, status: 'unknown' };
const underWay: Known = { ...failed, status: 'accepted' };
const row = (status: 'IN_PROGRESS' | 'SUCCESS' | 'FAIL', named: string | null) =>
  ({ state: 'row', status, hash: named }) as const;

test.each([
  ['paid by the same transfer', row('SUCCESS', hash), settled],
  ['still under way there, as it stopped looking', row('IN_PROGRESS', hash), settled],
  ['without a hash there, and paid here', row('SUCCESS', null), settled],
  ['failed in both', row('FAIL', null), failed],
  ['said to be paid a moment ago', row('SUCCESS', hash), underWay],
  ['seen on the chain a moment ago', row('SUCCESS', hash), { ...underWay, status: 'seen' as const }],
  ['taken, and not shown to this key', { state: 'absent' } as const, settled],
  ['never taken, and not paid', { state: 'absent' } as const, { ...unknown, taken: false }],
])('there is no difference where it is %s', (_what, said, known) => {
  expect(compare(said, known)).toBeNull();
});

test.each([
  ['failed there, and paid', row('FAIL', null), settled, 'gateway_says_failed'],
  ['paid there by another transfer', row('SUCCESS', another), settled, 'gateway_names_another'],
  ['under way there by another transfer', row('IN_PROGRESS', another), settled, 'gateway_names_another'],
  ['paid there, and failed here', row('SUCCESS', hash), failed, 'gateway_says_paid_by'],
  ['paid there, and nobody can tell', row('SUCCESS', hash), unknown, 'gateway_says_paid_by'],
  ['paid there without a hash, and failed here', row('SUCCESS', null), failed, 'gateway_says_paid'],
  ['paid there since a day', row('SUCCESS', hash), { ...underWay, ageSeconds: 86_400 }, 'gateway_says_paid_by'],
  ['paid, and never taken', { state: 'absent' } as const, { ...settled, taken: false }, 'gateway_has_no_record'],
])('what is %s is a difference', (_what, said, known, code) => {
  expect(compare(said, known)?.code).toBe(code);
});
