import { expect, test } from 'vitest';
import type { CloseOnWire } from '@/lib/reconcile/core/schema';
import { closeStanding, dayWords, gapsOf } from './close-words';

const counts = { moves: 0, claims: 0, settlements: 0, bookings: 0, matched: 0, repaired: 0 };
const nothing = { available: '0.00', committed: '0.00', in_flight: '0.00', owed: '0.00', suspense: '0.00' };
const asset = {
  ...{ symbol: 'USDT', balance: '5.00', booked: '5.00', difference: '0.00', ...nothing },
  ...{ paid: '0.00', fees: '0.00', deposits: '0.00', outflows: '0.00' },
};
const close: CloseOnWire = {
  ...{ id: 'cl_1', chain: 'local', chain_name: 'Local chain', day: '2026-01-31', version: 1, status: 'green' },
  ...{ reason: null, complete: true, from_block: '1', to_block: '9', balance_block: '9', assets: [asset], counts },
  ...{ differences: [], made_by: null, created_at: '2026-02-01T00:10:00.000Z' },
};

test('a day that was not checked is never called green', () => {
  expect(closeStanding({ ...close, status: 'not_checked' }).words).toBe('Not checked');
  expect(closeStanding(close)).toEqual({ tone: 'good', words: 'All green' });
  expect(closeStanding({ ...close, complete: false }).words).toBe('Green so far');
});

test('a gap between vault and books is named to the last digit, in either direction', () => {
  expect(gapsOf(close)).toEqual([]);
  const short = { ...asset, difference: '-0.000001' };
  expect(gapsOf({ ...close, assets: [short] })).toEqual([{ symbol: 'USDT', value: '-0.000001' }]);
  expect(gapsOf({ ...close, assets: [{ ...asset, difference: null }] })).toBeNull();
});

test('a day is the same day for every reader', () => {
  expect(dayWords('2026-01-31')).toBe('Sat, 31 Jan 2026');
});
