import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing/database';
import type { Context } from '@/lib/access/actor';
import { type Receiver, type Reply, startReceiver } from '@/lib/webhooks/testing/receiver';
import { askList } from './ask-list';
import { readDueList, readList } from './read-list';
import { listScanner } from './scan-list';

const database = testDatabase();
const start = new Date('2026-11-25T12:00:00.000Z');
const at = (now: Date): Context => ({
  ...{ db: database.db, clock: { now: () => now }, requestId: 'req_test' },
  actor: { kind: 'system', job: 'test' },
});
const later = (hours: number) => new Date(start.getTime() + hours * 3_600_000);

const address = (letter: string) => `0x${letter.repeat(40)}`;
const feature = (ticker: string, text: string) =>
  `<Feature FeatureTypeID="${ticker}"><VersionDetail DetailTypeID="1432">${text}</VersionDetail></Feature>`;
const fileOf = (
  day: string,
  ...features: string[]
) => `<?xml version="1.0"?><Sanctions Version="3"><DateOfIssue CalendarTypeID="1">
  <Year>2026</Year><Month>11</Month><Day>${day}</Day></DateOfIssue><Parties>${'<Party>Ü</Party>'.repeat(200)}${features.join('')}</Parties></Sanctions>\n`;
const file = fileOf(
  '4',
  feature('ETH', address('A')),
  feature('USDT', address('b')),
  feature('ARB', address('c')),
  feature('XBT', 'bc1qxy2kgdygjrsqtzq2n0yrf2493p83kkfjhx0wlh'),
  feature('hash', `0x${'d'.repeat(64)}`),
);

let reply: Reply = (_request, response) => response.end(file);
let server: Receiver;
beforeAll(async () => {
  server = await startReceiver((request, response, count) => reply(request, response, count));
});
afterAll(() => server.close());

const said = async (letter: string, now = start) => (await askList(database.db, address(letter), now)).said;
const row = async () => (await database.sql`select * from screening_lists`)[0];

test('every address of an EVM chain is found, under whichever ticker and wherever the pieces meet, and nothing else', () => {
  const bytes = Buffer.from(file);
  const cuts = Array.from({ length: 90 }, (_, cut) => bytes.indexOf('0xbbbb') - 20 + cut);
  const found = cuts.map((cut) => {
    const scanner = listScanner();
    for (const piece of [bytes.subarray(0, cut), bytes.subarray(cut, cut + 300), bytes.subarray(cut + 300)])
      scanner.take(piece);
    return scanner.end();
  });
  const expected = {
    ...{ addresses: ['a', 'b', 'c'].map(address), listDate: '2026-11-04', isWhole: true },
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  expect(found).toEqual(cuts.map(() => expected));
});

test('before the list was read nobody can tell; then it says who is on it, of which day it is, and its digest', async () => {
  expect(await said('a')).toBe('silent');
  await readList(at(start), server.url);
  expect([await said('a'), await said('b'), await said('c'), await said('d')]).toEqual([
    'listed',
    'listed',
    'listed',
    'clear',
  ]);
  const sha256 = createHash('sha256').update(file).digest('hex');
  expect(await row()).toMatchObject({ list_date: '2026-11-04', sha256, addresses: 3, trouble: null });
  expect(await askList(database.db, address('A').toLowerCase(), start)).toMatchObject({
    ...{ level: 'severe', category: 'sanctions', facts: { list_date: '2026-11-04', sha256 } },
  });
});

const shorter = fileOf('5', feature('ETH', address('e')));
test.each<[string, Reply, string]>([
  [
    'breaks off half-way',
    (_request, response) => {
      response.writeHead(200, { 'content-length': String(Buffer.byteLength(shorter)) });
      response.write(shorter.slice(0, -60), () => response.destroy());
    },
    'It broke off.',
  ],
  ['was cut off before it was sent', (_request, response) => response.end(shorter.slice(0, -20)), 'does not end as'],
  ['holds no address', (_request, response) => response.end(fileOf('5')), 'It holds no address.'],
  ['is a page that says that it is busy', (_request, response) => response.end('<html>Busy</html>'), 'does not end as'],
  ['is an error', (_request, response) => response.writeHead(503).end(), 'The answer was 503.'],
  [
    'leads to a private address',
    (_request, response) => response.writeHead(302, { location: 'https://10.0.0.1/list' }).end(),
    'not on the public internet',
  ],
  [
    'leads to itself for ever',
    (_request, response) => response.writeHead(302, { location: server.url }).end(),
    'more than 3 times',
  ],
])('a list that %s changes nothing: the former one stays, and the trouble is told', async (_what, answer, trouble) => {
  reply = answer;
  await readList(at(later(1)), server.url);
  expect([await said('a'), await said('e')]).toEqual(['listed', 'clear']);
  expect(await row()).toMatchObject({
    list_date: '2026-11-04',
    addresses: 3,
    trouble: expect.stringContaining(trouble),
  });
});

test('it is read once a day, and an hour after it failed; two who read it at once leave one list', async () => {
  reply = (_request, response) => response.end(shorter);
  const before = server.received.length;
  await readDueList(at(later(1.5)), server.url);
  expect(server.received.length).toBe(before);
  await Promise.all([readDueList(at(later(2.1)), server.url), readDueList(at(later(2.1)), server.url)]);
  expect([await said('a'), await said('e')]).toEqual(['clear', 'listed']);
  expect(await database.sql`select address from listed_addresses`).toEqual([{ address: address('e') }]);
  const read = server.received.length;
  await readDueList(at(later(25)), server.url);
  expect(server.received.length).toBe(read);
  await readDueList(at(later(27)), server.url);
  expect(server.received.length).toBe(read + 1);
});

test('a list that nobody could read for a week still names who is on it, and says nothing of the others', async () => {
  expect([await said('e', later(27 + 169)), await said('a', later(27 + 169))]).toEqual(['listed', 'silent']);
});
