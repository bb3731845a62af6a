import { describe, expect, test } from 'vitest';
import { privateAddresses } from '@/lib/webhooks/testing/private-addresses';
import { loopbackHosts } from '@/lib/webhooks/testing/refused-hosts';
import { goodTargets, refusedTargets } from '@/lib/webhooks/testing/refused-targets';
import { isPublicAddress } from './public-address';
import { checkTarget, checkTemplate, parseTarget, parseTemplate, rulesOf, type TargetRules } from './target-url';

const leadsTo = (...addresses: string[]): TargetRules => ({
  allowedPrivateHosts: ['127.0.0.1:4001', 'localhost:4002', '[::1]:4003', 'Hooks.Internal:443', 'plain.internal:80'],
  resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
});
const rules = leadsTo('93.184.215.14');
const refusal = expect.objectContaining({
  code: 'target_refused',
  facts: { field: 'url', detail: expect.stringMatching(/\.$/) },
});

describe('an address', () => {
  test.each(privateAddresses)('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each([
    '1.1.1.1',
    '8.8.8.8',
    '93.184.215.14',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '100.128.0.1',
    '2606:4700::1111',
    '2a00:1450:4001::200e',
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each(['', 'localhost', '127.1', '0x7f.1', '1.2.3', '1.2.3.4.5', '1.1.1.1/32', ' 1.1.1.1'])(
    '"%s" is none, so it is not public',
    (text) => {
      expect(isPublicAddress(text)).toBe(false);
    },
  );
});

test('the table holds at least 150 spellings, none of them twice', () => {
  expect(new Set(refusedTargets).size).toBe(refusedTargets.length);
  expect(refusedTargets.length - loopbackHosts.length).toBeGreaterThanOrEqual(150);
});

test.each(refusedTargets.map((text) => [JSON.stringify(text), text]))('%s is refused by its text', (_shown, text) => {
  expect(() => parseTarget(text, rules)).toThrow(refusal);
  expect(() => parseTemplate(text, rules)).toThrow(refusal);
});

test.each(goodTargets)('%s is accepted', (text) => {
  expect(parseTarget(text, rules).href).toBe(new URL(text).href);
});

describe('the exception of the operator', () => {
  test.each([
    'http://127.0.0.1:4001/',
    'https://127.0.0.1:4001/x',
    'http://0x7f.1:4001/',
    'http://localhost:4002/',
    'http://LOCALHOST:4002/',
    'http://[::1]:4003/',
    'http://[0:0:0:0:0:0:0:1]:4003/',
    'https://hooks.internal/',
    'https://hooks.internal:443/',
    'http://hooks.internal:443/',
    'http://plain.internal/',
  ])('covers %s', (url) => {
    expect(parseTarget(url, rules).protocol).toMatch(/^https?:$/);
  });

  test.each([
    'http://127.0.0.1/',
    'http://127.0.0.1:4002/',
    'http://127.0.0.2:4001/',
    'https://127.0.0.1:40010/',
    'https://127.0.0.1:400/',
    'http://127.0.0.1.example.com:4001/',
    'http://example.com:4001/',
    'http://localhost:4001/',
    'http://localhost/',
    'http://localhost.:4002/',
    'http://app.localhost:4002/',
    'http://localhost.example.com:4002/',
    'http://[::1]:4001/',
    'http://[::]:4003/',
    'http://[::ffff:127.0.0.1]:4001/',
    'http://0.0.0.0:4001/',
    'http://hooks.internal/',
    'https://hooks.internal:8443/',
    'https://hooks.internal.:443/',
    'https://x.hooks.internal/',
    'https://plain.internal/',
    'http://user@127.0.0.1:4001/',
    'http://127.0.0.1:4001@127.0.0.1:4002/',
    'http://127.0.0.1:4002/?http://127.0.0.1:4001/',
    'http://127.0.0.1:4002/#127.0.0.1:4001',
    'ws://127.0.0.1:4001/',
    'ftp://127.0.0.1:4001/',
  ])('does not cover %s', (url) => {
    expect(() => parseTarget(url, rules)).toThrow(refusal);
  });
});

describe('a template', () => {
  test.each([
    'https://example.com/s2s?sid={sid}&trans_uuid={trans_uuid}&amount={coin_amount}',
    'https://example.com/{user_uuid}/paid?sid={sid}',
    'https://example.com?sid={sid}',
    'http://127.0.0.1:4001/s2s?sid={sid}',
  ])('%s is accepted', async (template) => {
    await expect(checkTemplate(template, rules)).resolves.toBeUndefined();
  });

  test.each([
    'https://{host}/s2s?sid={sid}',
    'https://{host}.example.com/?sid={sid}',
    'https://example.{tld}/?sid={sid}',
    'https://example.com{sid}/',
    'https://example.com:{port}/?sid={sid}',
    'https://example.com:8{port}/?sid={sid}',
    'https://{user}@example.com/?sid={sid}',
    'https://example.com@{host}/?sid={sid}',
    '{scheme}://example.com/?sid={sid}',
    'https:{slashes}example.com/?sid={sid}',
    'https:/{host}/?sid={sid}',
    'https:///{host}/?sid={sid}',
    'https://example.com\\{sid}',
    'https://example.com/?sid={sid}#{sid}',
    'https://example.com/?sid={sid',
    'https://example.com/?sid=sid}',
    'https://example.com/?sid={{sid}}',
    'https://example.com/?sid={}',
    'https://example.com/?sid={s d}',
    'https://127.0.0.1/?sid={sid}',
    'https://localhost/{sid}',
    'http://example.com/?sid={sid}',
    'http://127.0.0.1:4002/?sid={sid}',
    '{url}',
    '{',
  ])('%s is refused', async (template) => {
    await expect(checkTemplate(template, rules)).rejects.toThrow(refusal);
  });

  test('leads where its name leads: a private address is refused when saved', async () => {
    await expect(checkTemplate('https://hooks.example/{sid}', leadsTo('10.0.0.1'))).rejects.toThrow(refusal);
  });
});

test.each(privateAddresses)('a name that leads to %s is refused when saved', async (address) => {
  await expect(checkTarget('https://hooks.example/', leadsTo(address))).rejects.toThrow(refusal);
});

test('a name that does not resolve yet can be saved: dialling it is what is guarded', async () => {
  const silent = { ...rules, resolve: () => Promise.reject(new Error('ENOTFOUND')) };
  await expect(checkTarget('https://hooks.example/', silent)).resolves.toMatchObject({ hostname: 'hooks.example' });
});

test('what the operator allows for one merchant is allowed for no other', () => {
  const all = { ...rules, allowedPrivateHosts: ['mer_a@10.0.0.5:80', 'mer_b@10.0.0.6:80', '127.0.0.1:4001'] };
  const hostsOf = (merchant: string | null) => rulesOf(merchant, all).allowedPrivateHosts;
  expect([hostsOf('mer_a'), hostsOf('mer_b'), hostsOf(null)]).toEqual([
    ['10.0.0.5:80', '127.0.0.1:4001'],
    ['10.0.0.6:80', '127.0.0.1:4001'],
    ['127.0.0.1:4001'],
  ]);
  expect(() => parseTarget('http://10.0.0.5/', rulesOf('mer_b', all))).toThrow(refusal);
  expect(parseTarget('http://10.0.0.5/', rulesOf('mer_a', all)).hostname).toBe('10.0.0.5');
});
