import { expect, test } from 'vitest';
import type { PayoutAsset } from '@/lib/payouts/terms/create-schema';
import { newDraft } from './new-payout-draft';
import { faultsOf } from './new-payout-faults';

const usdt: PayoutAsset = {
  ...{ chain: 'local', chain_name: 'Local chain', asset: 'USDT', decimals: 6, minimum: '1.00', maximum: '1000.00' },
  ...{ fee: '0.50', fee_ceiling: null, by_link: true, by_gateway: false, by_sending: true },
};
const address = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC';
const draft = { ...newDraft('desk-1'), amount: '25.00', address };

test('a draft that the portal takes has no fault', () => {
  expect(faultsOf(draft, usdt)).toEqual(new Map());
  expect(faultsOf({ ...draft, to: 'anyone', address: '' }, usdt)).toEqual(new Map());
});

test('everything that is wrong is told at once', () => {
  const wrong = { ...draft, address: '0x1234', amount: '1000000000.123456', reference: ' ', returnUrl: 'shop' };
  expect(Object.fromEntries(faultsOf(wrong, usdt))).toEqual({
    recipient: 'has 4 digits after 0x, and an address has 40',
    amount: 'The largest payout is 1000.00 USDT.',
    reference: 'must not be empty',
    return_url: 'must be an http or https address',
  });
});

test.each([
  ['', 'An amount is missing: write it as 25.00.'],
  ['12,50', '"12,50" has a comma: write 12.50, with a point.'],
  ['1,234', '"1,234" can be read in two ways: write 1.234 or 1234.'],
  ['1,234.50', '"1,234.50" has separators: write digits, and one point before the decimals, as in 1234.50.'],
  ['1.234,50', '"1.234,50" has separators: write digits, and one point before the decimals, as in 1234.50.'],
  ['12 USDT', '"12 USDT" is not a decimal number: write it as 25.00.'],
  ['0.99', 'The smallest payout is 1.00 USDT.'],
  ['1.0000001', 'The asset has 6 decimals; 7 were given.'],
])('an amount of %j is told what is wrong with it', (amount, words) => {
  expect(faultsOf({ ...draft, amount }, usdt).get('amount')).toBe(words);
});

test('an amount in another currency is held against no bounds of the asset, and must be a number', () => {
  expect(faultsOf({ ...draft, currency: 'JPY', amount: '500000' }, usdt)).toEqual(new Map());
  expect([...faultsOf({ ...draft, currency: 'JPY', amount: '5,000' }, usdt).keys()]).toEqual(['display.amount']);
});

test('a fee counts only where one is taken', () => {
  const dear = { ...usdt, fee: '25.00' };
  expect(faultsOf(draft, dear).get('amount')).toBe('The amount must be above the fee of 25.00 USDT.');
  expect(faultsOf({ ...draft, rail: 'wallet' }, dear)).toEqual(new Map());
});
