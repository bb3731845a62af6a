import { expect, test } from 'vitest';
import { listHref, readFilters, wayOf } from './filter-query';

test('empty fields are no filters, and what is not understood is named and left out', () => {
  expect(readFilters({ q: ' x ', status: '', needs: 'stuck' })).toEqual({
    query: { q: 'x', needs: 'stuck' },
    ignored: [],
  });
  expect(readFilters({ status: 'rich', amount_min: '1,5', from: '2026-02-30', sql: '1', q: 'a' })).toEqual({
    query: { q: 'a' },
    ignored: expect.arrayContaining(['status', 'amount_min', 'from', 'sql']),
  });
});

test('the one choice of the form stands for a state or a need', () => {
  expect(readFilters({ show: 'needs:funds', q: '' }).query).toEqual({ needs: 'funds' });
  expect(readFilters({ show: 'status:failed' }).query).toEqual({ status: 'failed' });
});

test('filters and their address are the same thing', () => {
  const filters = { q: 'a&b=c', status: 'failed', from: '2026-01-31' } as const;
  const href = listHref(filters, { after: 'x' });
  const given = Object.fromEntries(new URL(href, 'http://x').searchParams);
  expect(readFilters(given)).toEqual({ query: { ...filters, after: 'x' }, ignored: [] });
  expect(listHref({})).toBe('/dashboard/payouts');
});

test('the one choice of how it is paid stands for a rail and its delivery', () => {
  expect(readFilters({ by: 'contract send' }).query).toEqual({ rail: 'contract', delivery: 'send' });
  expect(readFilters({ by: 'wallet' }).query).toEqual({ rail: 'wallet' });
  expect(readFilters({ by: 'contract fly' })).toEqual({ query: { rail: 'contract' }, ignored: ['delivery'] });
  expect(wayOf({ rail: 'contract', delivery: 'send' })).toBe('contract send');
});
