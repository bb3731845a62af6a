import { expect, test } from 'vitest';
import { clientNetwork, peerHeader } from './address';

test.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['rubbish', 'unknown'],
  ['', 'unknown'],
])('%s is counted as %s', (address, network) => {
  expect(clientNetwork(new Headers({ [peerHeader]: address }))).toBe(network);
});
