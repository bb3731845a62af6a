import { expect, test } from 'vitest';
import { checkTarget, isPublicAddress, parseTarget, type TargetRules } from './target-url';

const leadsTo = (...addresses: string[]): TargetRules => ({
  allowedPrivateHosts: ['127.0.0.1:4001', 'localhost:4002', '[::1]:4003'],
  resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
});
const rules = leadsTo('93.184.215.14');

const privateAddresses = [
  // This network, loopback, private, shared, link-local, metadata
  '0.0.0.0',
  '0.1.2.3',
  '127.0.0.1',
  '127.0.0.2',
  '127.255.255.254',
  '10.0.0.1',
  '10.255.255.255',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.0.1',
  '192.168.255.255',
  '100.64.0.1',
  '100.127.255.254',
  '100.100.100.200',
  '169.254.0.1',
  '169.254.169.254',
  '169.254.170.2',
  '168.63.129.16',
  '192.0.0.1',
  '192.0.0.192',
  // Documentation, benchmarking, relays, multicast, reserved, broadcast
  '192.0.2.1',
  '198.51.100.1',
  '203.0.113.1',
  '198.18.0.1',
  '198.19.255.255',
  '192.88.99.1',
  '192.175.48.1',
  '192.31.196.1',
  '192.52.193.1',
  '224.0.0.1',
  '239.255.255.255',
  '240.0.0.1',
  '255.255.255.255',
  // IPv6: unspecified, loopback, local, site-local, link-local, multicast, metadata
  '::',
  '::1',
  'fc00::1',
  'fd00::1',
  'fd00:ec2::254',
  'fdff:ffff::1',
  'fec0::1',
  'fe80::1',
  'febf::1',
  'ff02::1',
  'ff0e::1',
  // IPv4 inside IPv6: mapped, compatible, translated, NAT64, 6to4, Teredo, whatever is inside
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::ffff:10.0.0.1',
  '::ffff:169.254.169.254',
  '::ffff:93.184.215.14',
  '::127.0.0.1',
  '::10.0.0.1',
  '::ffff:0:127.0.0.1',
  '64:ff9b::127.0.0.1',
  '64:ff9b::a00:1',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::1',
  '64:ff9b:1:ffff::a9fe:a9fe',
  '2002:7f00:1::',
  '2002:a00:1::1',
  '2002:a9fe:a9fe::',
  '2001::1',
  '2001:0:7f00:1::',
  // The rest that is not global unicast
  '100::1',
  '2001:2::1',
  '2001:3::1',
  '2001:4:112::1',
  '2001:10::1',
  '2001:20::1',
  '2001:db8::1',
  '3fff::1',
  '5f00::1',
  '4000::1',
  '8000::1',
  '2620:4f:8000::1',
];

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

test.each(['', 'localhost', '127.1', '0x7f.1', '1.2.3', '1.2.3.4.5', 'fe80::1%eth0', '1.1.1.1/32', ' 1.1.1.1'])(
  '"%s" is no address, so it is not public',
  (text) => {
    expect(isPublicAddress(text)).toBe(false);
  },
);

const refusedUrls = [
  // Loopback in every spelling that a web address may have
  'https://127.0.0.1/',
  'https://127.1/',
  'https://127.0.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0x7f.0.0.1/',
  'https://0x7F.1/',
  'https://0177.0.0.1/',
  'https://017700000001/',
  'https://127.0.0.1./',
  'https://0x7f.0x0.0x0.0x1/',
  'https://0/',
  'https://0.0.0.0/',
  'https://127.000.000.001/',
  'https://①②⑦.⓪.⓪.①/',
  'https://１２７.０.０.１/',
  'https://127。0。0。1/',
  'https://%31%32%37.0.0.1/',
  'https://127.0.0.1:443/',
  'https://127.0.0.1:8443/',
  'https://[::1]/',
  'https://[0:0:0:0:0:0:0:1]/',
  'https://[::]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[0000:0000:0000:0000:0000:ffff:7f00:0001]/',
  'https://[::127.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[2002:7f00:1::]/',
  // Private and metadata addresses likewise
  'https://10.0.0.1/',
  'https://10.1/',
  'https://167772161/',
  'https://0x0a000001/',
  'https://012.0.0.1/',
  'https://192.168.1.1/',
  'https://192.168.257/',
  'https://3232235777/',
  'https://172.16.0.1/',
  'https://0xac100001/',
  'https://169.254.169.254/',
  'https://2852039166/',
  'https://0xa9fea9fe/',
  'https://0251.0376.0251.0376/',
  'https://169.254.43518/',
  'https://[::ffff:169.254.169.254]/',
  'https://[::ffff:a9fe:a9fe]/',
  'https://[fd00:ec2::254]/',
  'https://100.100.100.200/',
  'https://[fe80::1]/',
  'https://[fc00::1]/',
  'https://[ff02::1]/',
  'https://224.0.0.1/',
  'https://255.255.255.255/',
  // Names that mean this host or this network
  'https://localhost/',
  'https://LOCALHOST/',
  'https://localhost./',
  'https://loc%61lhost/',
  'https://intranet/',
  'https://metadata/',
  'https://ｌｏｃａｌｈｏｓｔ/',
  // Plain http, other schemes, credentials, nonsense
  'http://example.com/',
  'http://93.184.215.14/',
  'ftp://example.com/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/plain,hi',
  'gopher://127.0.0.1/',
  'https://user@example.com/',
  'https://user:pass@example.com/',
  'https://:pass@example.com/',
  'https://example.com@127.0.0.1/',
  'https://[fe80::1%25eth0]/',
  'https://',
  'https:///',
  '',
  'example.com',
  '//example.com/',
  'https://exa mple.com/',
  'https://999.1.1.1/',
  'https://[::1/',
  'https://example.com:99999/',
  // Beside the exceptions, not in them
  'http://127.0.0.1:4002/',
  'http://127.0.0.1/',
  'http://localhost:4001/',
  'http://[::1]:4001/',
  'http://user@127.0.0.1:4001/',
  'ws://127.0.0.1:4001/',
  'https://127.0.0.1:40010/',
];

test.each(refusedUrls)('%s is refused by its text alone', (url) => {
  expect(() => parseTarget(url, rules)).toThrow(expect.objectContaining({ code: 'target_refused' }));
});

test.each([
  'https://example.com/webhooks?merchant=1',
  'https://example.com.:8443/',
  'https://93.184.215.14/',
  'https://[2606:4700::1111]/',
  'https://bücher.example/',
])('%s is accepted', (url) => {
  expect(parseTarget(url, rules).href).toBe(new URL(url).href);
});

test.each([
  'http://127.0.0.1:4001/',
  'https://127.0.0.1:4001/x',
  'http://0x7f.1:4001/',
  'http://localhost:4002/',
  'http://[::1]:4003/',
])('%s is accepted because the operator listed its host and port', (url) => {
  expect(parseTarget(url, rules).protocol).toMatch(/^https?:$/);
});

test.each(privateAddresses)('a name that leads to %s is refused when saved', async (address) => {
  await expect(checkTarget('https://hooks.example/', leadsTo(address))).rejects.toMatchObject({
    code: 'target_refused',
  });
});

test('a name that does not resolve yet can be saved: dialling it is what is guarded', async () => {
  const silent = { ...rules, resolve: () => Promise.reject(new Error('ENOTFOUND')) };
  await expect(checkTarget('https://hooks.example/', silent)).resolves.toMatchObject({ hostname: 'hooks.example' });
});
