import { expect, test } from 'vitest';
import { refusedOutright } from './refused-outright';

const wrapped = (code: number) => new Error('outer', { cause: Object.assign(new Error('inner'), { code }) });

test('what a wallet does not support was not signed, however deep the error says so', () => {
  expect([4100, 4200, -32601, 5740, 5760].map((code) => refusedOutright(wrapped(code)))).toEqual(Array(5).fill(true));
});

test('an error of the node or of a device says nothing about what was signed', () => {
  const unclear = [wrapped(-32603), wrapped(-32000), wrapped(4900), new Error('timeout'), 'words', null];
  expect(unclear.map(refusedOutright)).toEqual(Array(6).fill(false));
});
