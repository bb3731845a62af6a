import Hawk from 'hawk';
import { expect, test } from 'vitest';
import { byDepth } from '@/db/testing/depth';
import { hawkSkewSeconds, isBodyOf, isHawkFresh, isHawkOf, readHawk, staleChallenge } from './hawk';

const key = 'XVNjIiG8ePzqCsQ20qk0ChIvQJpG7S0GQq5MSkEhTdSBxGMmoI82S4n0O188F9Eo';
const credentials = { id: 'door-1', key, algorithm: 'sha256' } as const;
const origin = 'https://pay.example.com';
const target = '/api/v1/pay/summary?offset=0&q=a%20b';
const path = '/api/v1/pay/summary';

/** What an independent client sends for an address. */
function sent(address: string, method: string, more: { payload?: string; contentType?: string; ext?: string } = {}) {
  return Hawk.client.header(address, method, { credentials, ...more }).header;
}

const read = (header: string) => readHawk(header) ?? expect.unreachable();

test('the published vector of Coindirect is genuine, and no other request is', () => {
  const header = read(
    'Hawk id="x", ts="1653303875", nonce="VIp7ugfn", mac="zVUmLFKdBZywyl8ALX9Aye2bnC7AIQwxsBllXVa1LdI="',
  );
  const asked = { method: 'GET', target: '/api/currency/fiat', origin: 'https://api.sandbox.coindirect.com' };
  expect(isHawkOf(key, header, asked)).toBe(true);
  expect(isHawkOf(key, header, { ...asked, target: '/api/currency/fiat?a=1' })).toBe(true);
  for (const other of [
    { ...asked, method: 'PUT' },
    { ...asked, target: '/api/currency' },
    { ...asked, origin: 'https://api.coindirect.com' },
  ]) {
    expect(isHawkOf(key, header, other)).toBe(false);
  }
  expect(isHawkOf(`${key}x`, header, asked)).toBe(false);
  for (const changed of [{ ts: '1653303876' }, { nonce: 'VIp7ugfm' }, { hash: 'x' }, { ext: 'x' }, { app: 'x' }]) {
    expect(isHawkOf(key, { ...header, ...changed }, asked)).toBe(false);
  }
});

test.each([
  ['with its query', `${origin}${target}`, origin],
  ['without its query', `${origin}${path}`, origin],
  ['with the port written out', `${origin}:443${target}`, origin],
  ['behind a proxy, with the port that the client dialled', `http://pay.example.com${target}`, origin],
  ['at a port of the portal’s own', `http://localhost:3000${target}`, 'http://localhost:3000'],
  ['of a client that names 443 where it knows no port', `https://localhost${target}`, 'http://localhost:3000'],
  ['with a host in capitals', `https://PAY.example.com${target}`, 'https://Pay.Example.com'],
])('a request of the hawk package %s is genuine', (_how, address, base) => {
  const header = read(sent(address, 'GET', { ext: 'some app data' }));
  expect(isHawkOf(key, header, { method: 'GET', target, origin: base })).toBe(true);
  expect(isHawkOf(key, header, { method: 'GET', target: `${path}?q=other`, origin: base })).toBe(
    !new URL(address).search,
  );
  expect(isHawkOf(key, header, { method: 'GET', target, origin: 'https://evil.example.com' })).toBe(false);
});

test('a signed body is the one that came, under its own type', () => {
  const payload = '{"amount":40.10}';
  const header = read(sent(`${origin}${path}`, 'POST', { payload, contentType: 'application/json' }));
  expect(isHawkOf(key, header, { method: 'POST', target: path, origin })).toBe(true);
  expect(isBodyOf(header, 'application/json; charset=utf-8', Buffer.from(payload))).toBe(true);
  expect(isBodyOf(header, 'application/json', Buffer.from('{"amount":40.1}'))).toBe(false);
  expect(isBodyOf(header, 'text/plain', Buffer.from(payload))).toBe(false);
  expect(isBodyOf(header, null, Buffer.from(payload))).toBe(false);
});

test('fifteen minutes either way are fresh, and the answer to a clock that is off proves the time to the hawk package', () => {
  const now = new Date('2026-01-31T12:00:00Z');
  const at = (seconds: number) => ({ id: 'x', nonce: 'n', mac: 'm', ts: String(now.getTime() / 1000 + seconds) });
  expect([-hawkSkewSeconds, 0, hawkSkewSeconds].map((seconds) => isHawkFresh(at(seconds), now))).toEqual([
    true,
    true,
    true,
  ]);
  expect([-hawkSkewSeconds - 1, hawkSkewSeconds + 1].map((seconds) => isHawkFresh(at(seconds), now))).toEqual([
    false,
    false,
  ]);
  const tsm = Hawk.crypto.calculateTsMac('1769860800', credentials);
  expect(staleChallenge(key, now)).toBe(`Hawk ts="1769860800", tsm="${tsm}", error="Stale timestamp"`);
});

test.each([
  'Bearer x',
  'Hawk',
  'Hawk ',
  'Hawk id="x"',
  'Hawk id="x", ts="1", nonce="n"',
  'Hawk id="", ts="1", nonce="n", mac="m"',
  'Hawk id="x", ts="-1", nonce="n", mac="m"',
  'Hawk id="x", ts="1e3", nonce="n", mac="m"',
  'Hawk id="x", id="y", ts="1", nonce="n", mac="m"',
  'Hawk id="x", ts="1", nonce="n", mac="m", more="x"',
  'Hawk id="x" ts="1" nonce="n" mac="m" and more',
  `Hawk id="x", ts="1", nonce="n", mac="m", ext="${'x'.repeat(3_000)}"`,
])('%.60s is no header of Hawk', (header) => {
  expect(readHawk(header)).toBeNull();
});

test('no header, however odd, is more than refused', () => {
  const good = sent(`${origin}${path}`, 'GET');
  const letters = [...' ",=\\\n\0é/+Hawkidtsnoncemac0123456789'];
  let seed = 12;
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  const odd = () => {
    const chars = [...good];
    for (let change = next(6) + 1; change > 0; change--) {
      chars.splice(next(chars.length), next(4), letters[next(letters.length)] ?? '');
    }
    return chars.join('');
  };
  const passed = Array.from({ length: byDepth({ quick: 10_000, deep: 200_000 }) }, odd).filter((text) => {
    const header = text === good ? null : readHawk(text);
    return header !== null && isHawkOf(key, header, { method: 'GET', target: path, origin });
  });
  // The id only says which key is meant; blanks between parts mean nothing.
  for (const text of passed) expect({ ...readHawk(text), id: '' }).toEqual({ ...readHawk(good), id: '' });
});
