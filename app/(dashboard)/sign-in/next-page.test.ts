import { expect, test } from 'vitest';
import { nextPage } from './next-page';

test.each([
  ['/dashboard', '/dashboard'],
  ['/dashboard/payouts?status=failed&after=1', '/dashboard/payouts?status=failed&after=1'],
  ['/operator', '/operator'],
  ['/operator/merchants?after=1', '/operator/merchants?after=1'],
])('%s is gone on to', (given, page) => {
  expect(nextPage(given)).toBe(page);
});

test.each([
  undefined,
  '',
  ['/dashboard', '/dashboard'],
  'https://evil.example/dashboard',
  '//evil.example/dashboard',
  '/\\evil.example/dashboard',
  '\\\\evil.example',
  '/\t/evil.example',
  '/dashboard/../../evil',
  '/dashboard/../p/token',
  '/dashboardish',
  '/operators',
  'javascript:alert(1)',
  '/sign-in?next=/sign-in',
  '/api/desk/me',
])('%j leads to the desk’s first page', (given) => {
  expect(nextPage(given)).toBe('/dashboard');
});
