import type { LookupAddress } from 'node:dns';
import { afterEach, expect, test } from 'vitest';
import { type Manner, type NameServer, startNameServer, type Zone } from '@/lib/webhooks/testing/name-server';
import { privateAddresses } from '@/lib/webhooks/testing/private-addresses';
import { checkTarget, guardedLookup, resolveWith, type TargetRules } from './target-url';

const open: NameServer[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function named(zone: Zone, manner?: Manner): Promise<{ rules: TargetRules; server: NameServer }> {
  const server = await startNameServer(zone, manner);
  open.push(server);
  return { server, rules: { allowedPrivateHosts: [], resolve: (name) => resolveWith(server.resolver, name) } };
}

function look(name: string, by: TargetRules, all = true): Promise<string | LookupAddress[]> {
  return new Promise((resolve, reject) => {
    guardedLookup(by)(name, { all }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });
}

const good = { address: '93.184.215.14', family: 4 };
const goodSix = { address: '2606:4700::1111', family: 6 };
const refused = { code: 'target_refused', facts: { field: 'url' } };

test('a connection is handed the addresses that were checked, and no others', async () => {
  const { rules, server } = await named({ 'hooks.example': { A: [[good.address]], AAAA: [[goodSix.address]] } });
  expect(await look('hooks.example', rules)).toEqual([good, goodSix]);
  expect(await look('hooks.example', rules, false)).toBe(good.address);
  expect(server.asked.sort()).toEqual([
    'A hooks.example',
    'A hooks.example',
    'AAAA hooks.example',
    'AAAA hooks.example',
  ]);
});

test.each<[string, Zone[string]]>([
  ['a private address', { A: [['10.0.0.1']] }],
  ['a public and a private address', { A: [[good.address, '10.0.0.1']] }],
  ['a private and a public address', { A: [['127.0.0.1', good.address]] }],
  ['many public addresses and the metadata service', { A: [['1.1.1.1', '8.8.8.8', '9.9.9.9', '169.254.169.254']] }],
  ['a public A and a private AAAA', { A: [[good.address]], AAAA: [['::1']] }],
  ['a private A and a public AAAA', { A: [['192.168.0.1']], AAAA: [[goodSix.address]] }],
  ['no A and a private AAAA', { AAAA: [['fd00::1']] }],
  ['no A and a mapped loopback', { AAAA: [['::ffff:127.0.0.1']] }],
  ['no A and a translated loopback', { AAAA: [['64:ff9b::7f00:1']] }],
  ['an alias of a private name', { CNAME: 'inner.example' }],
  ['an alias of an alias of a private name', { CNAME: 'middle.example' }],
  ['an alias of localhost', { CNAME: 'localhost' }],
])('a name with %s is refused, when it is saved and when it is dialled', async (_what, entry) => {
  const zone: Zone = {
    'hooks.example': entry,
    'middle.example': { CNAME: 'inner.example' },
    'inner.example': { A: [['172.16.0.1']] },
    localhost: { A: [['127.0.0.1']] },
  };
  const { rules } = await named(zone);
  await expect(checkTarget('https://hooks.example/', rules)).rejects.toMatchObject(refused);
  await expect(look('hooks.example', rules)).rejects.toMatchObject(refused);
});

test('every address of the table is refused when DNS answers it', async () => {
  const answerable = privateAddresses.filter((address) => !address.includes('%'));
  const zone = answerable.map((address, at): [string, Zone[string]] => [
    `n${at}.example`,
    address.includes(':') ? { AAAA: [[address]] } : { A: [[address]] },
  ]);
  const { rules } = await named(Object.fromEntries(zone));
  for (const [name] of zone) await expect(look(name, rules)).rejects.toMatchObject(refused);
});

test.each<[string, Zone[string]]>([
  ['IPv6 only', { AAAA: [[goodSix.address]] }],
  ['an alias of a public name', { CNAME: 'cdn.example' }],
])('a name with %s is taken', async (_what, entry) => {
  const { rules } = await named({ 'hooks.example': entry, 'cdn.example': { AAAA: [[goodSix.address]] } });
  expect(await look('hooks.example', rules)).toEqual([goodSix]);
});

test('an answer that comes by TCP is judged, too', async () => {
  const { rules, server } = await named(
    { 'good.example': { A: [[good.address]] }, 'bad.example': { A: [['10.0.0.1']] } },
    { truncating: true },
  );
  expect(await look('good.example', rules)).toEqual([good]);
  await expect(look('bad.example', rules)).rejects.toMatchObject(refused);
  expect(server.overTcp()).toBeGreaterThanOrEqual(4);
});

test.each<[string, Manner]>([
  ['says nothing', { silentTo: 'AAAA' }],
  ['fails', { failing: 'AAAA' }],
])('while the name server %s about one family, what it says of the other counts', async (_what, manner) => {
  const { rules } = await named({ 'hooks.example': { A: [[good.address]], AAAA: [['::1']] } }, manner);
  expect(await look('hooks.example', rules)).toEqual([good]);
});

test('a name without any address cannot be dialled', async () => {
  const { rules } = await named({ 'hooks.example': {} });
  await expect(look('hooks.example', rules)).rejects.toMatchObject({ code: 'ENODATA' });
  await expect(look('other.example', rules)).rejects.toThrow();
});
