import { expect, test } from 'vitest';
import { coverOf, networkFeeOf } from './network-fee';

test('what a wallet sets aside is more than what sending costs: a higher limit, at twice the base fee', () => {
  const base = 10n;
  const tip = 1n;
  const fee = networkFeeOf(100_000n, { price: base + tip, ceiling: 2n * base + tip });
  expect(fee).toEqual({ estimate: 1_100_000n, reserve: 3_150_000n });
});

test('a balance between the cost and what wallets set aside is tight, not enough', () => {
  const fee = { estimate: 100n, reserve: 300n };
  expect(coverOf(99n, fee)).toEqual({ enough: false, tight: false });
  expect(coverOf(130n, fee)).toEqual({ enough: false, tight: true });
  expect(coverOf(300n, fee)).toEqual({ enough: true, tight: false });
});
