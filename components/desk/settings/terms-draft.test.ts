import { expect, test } from 'vitest';
import { type AssetTerms, termsBody } from '@/lib/merchants/schema';
import { bodyOf, draftOf, faultsOf } from './terms-draft';

const flat: AssetTerms = {
  ...{ chain: 'local', chain_name: 'Local chain', asset: 'USDT', decimals: 6, fee: '0.50' },
  ...{ minimum: '1.00', maximum: '1000.00', fee_kind: 'flat', fee_margin: null, fee_ceiling: null },
};
const typed = { ...draftOf(flat), fee_kind: 'computed', fee_margin: ' 25 ', fee_ceiling: '0.90' } as const;
const sent = { chain: 'local', asset: 'USDT', fee: '0.50', minimum: '1.00', maximum: '1000.00' };

test('what a person chose is what is sent, in the form that the portal takes', () => {
  expect(bodyOf(flat, draftOf(flat))).toEqual({ ...sent, fee_kind: 'flat', fee_margin: null, fee_ceiling: null });
  expect(bodyOf(flat, typed)).toEqual({ ...sent, fee_kind: 'computed', fee_margin: 25, fee_ceiling: '0.90' });
  expect(termsBody.parse(bodyOf(flat, typed))).toEqual(bodyOf(flat, typed));
});

test('margin and ceiling of one who goes back to a flat fee are not sent, and hold nothing up', () => {
  const back = bodyOf(flat, { ...typed, fee_kind: 'flat', fee_margin: 'x', fee_ceiling: 'x' });
  expect(back).toMatchObject({ fee_margin: null, fee_ceiling: null });
  expect([...faultsOf(back, 6)]).toEqual([]);
});

test.each([
  [{ fee_margin: '' }, 'fee_margin'],
  [{ fee_margin: '1.5' }, 'fee_margin'],
  [{ fee_margin: '-1' }, 'fee_margin'],
  [{ fee_margin: '301' }, 'fee_margin'],
  [{ fee_ceiling: '' }, 'fee_ceiling'],
  [{ fee_ceiling: '0.1234567' }, 'fee_ceiling'],
])('%j is a fault at %s, before anything is sent', (given, field) => {
  expect([...faultsOf(bodyOf(flat, { ...typed, ...given }), 6).keys()]).toEqual([field]);
});
