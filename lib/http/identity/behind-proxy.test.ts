import { beforeAll, expect, test, vi } from 'vitest';

/** A proxy that the operator trusts: TRUST_PROXY is 1. Settings are read once, so everything here is loaded after it. */
const state: { address?: typeof import('@/lib/http/base/address') } = {};

beforeAll(async () => {
  process.env.TRUST_PROXY = '1';
  vi.resetModules();
  state.address = await import('@/lib/http/base/address');
});

test('over https, callers are told apart with it', async () => {
  process.env.BASE_URL = 'https://pay.example.com';
  vi.resetModules();
  const { peerHeader, proofNetwork } = await import('@/lib/http/base/address');
  const headers = new Headers({ [peerHeader]: '10.0.0.1', 'x-forwarded-for': '203.0.113.7' });
  expect(proofNetwork(headers)).toBe('203.0.113.7');
});

test.each([
  ['what the proxy saw', '203.0.113.7', '203.0.113.7'],
  [
    'the proxy’s own entry, with any entries of the caller before it',
    '198.51.100.1, 10.0.0.1, 203.0.113.7',
    '203.0.113.7',
  ],
  ['the caller’s line of IPv6', '2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['nobody, where the proxy’s entry is no address', '198.51.100.1, rubbish', 'unknown'],
  ['the socket, where the proxy says nothing', null, '192.0.2.1'],
  ['the socket, where the proxy says an empty thing', '', '192.0.2.1'],
  ['the caller behind a port', '203.0.113.7:51234', '203.0.113.7'],
  ['the caller behind a port, over IPv6', '[2001:db8:1:2::9]:51234', '2001:db8:1:2::/64'],
])('counted is %s', (_whom, forwarded, network) => {
  const headers = new Headers({ [state.address?.peerHeader ?? '']: '192.0.2.1' });
  for (const value of [forwarded ?? []].flat()) headers.set('x-forwarded-for', value);
  expect(state.address?.clientNetwork(headers)).toBe(network);
});
