import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { at, facts, real, signed } from '@/lib/dialects/testing/signed';
import { documented, sampleEvent } from '@/lib/webhooks/events/samples';
import type { EventToSend, Message } from './dialect';
import { s2s, templateFaults } from './s2s';

const secret = s2s.newSecret('hmac');
const completed = real(sampleEvent({ event: 'payout.completed' }));
const user = '9b2c6a51-3f0e-4c57-8f5d-2f1a5c0d7e44';
const sha1 = (...parts: string[]) => createHash('sha1').update(parts.join('')).digest('hex');

/** Parameters under the merchant's own names, as in adjoe's example. */
const template =
  'https://example.com/paid?user_id={user_uuid}&sid={sid}&points={coin_amount}&coin={currency}&trans={trans_uuid}';

function send(event: EventToSend, target = template, secrets = [secret]): Message {
  const message = s2s.render(event, target);
  return s2s.sign(message, { signing: 'hmac', secrets }, { id: event.id, at, merchantId: event.merchantId });
}
const queryOf = (message: Message) => Object.fromEntries(new URL(message.url).searchParams);
const get = (url: string): Message => ({ method: 'GET', url, headers: {}, body: '' });

test('the template is filled and its sid is the SHA-1 over the values in a row', () => {
  const message = send(completed);
  const { trans = '', ...others } = queryOf(message);
  expect(others).toEqual({ user_id: user, sid: sha1(trans, user, 'USDT', '25', secret), points: '25', coin: 'USDT' });
  expect(message).toEqual({ method: 'GET', url: message.url, headers: {}, body: '' });
});

test('the transaction has one UUID in the form of version 4, at every status of its payout', () => {
  const uuids = (['payout.created', 'payout.completed', 'payout.failed'] as const).map(
    (event) => queryOf(send(sampleEvent({ event }))).trans,
  );
  expect(new Set(uuids).size).toBe(1);
  expect(uuids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  const others = Array.from(
    { length: 64 },
    (_, index) =>
      queryOf(send(real(completed, { id: `po_06e2m5k3v7q8w9x0y1z2a3b4${index.toString().padStart(2, '0')}` }))).trans,
  );
  expect(new Set(others).size).toBe(64);
  for (const uuid of others) expect(uuid).toMatch(/^.{14}4.{4}[89ab]/);
});

test('every placeholder has its value, and those that have none are empty', () => {
  const names = ['event', 'payout_id', 'reference', 'status', 'version', 'sequence', 'amount', 'net', 'hash'];
  const more = ['metadata.shop', 'metadata.none', 'app_id', 'reward_level'];
  const target = `${template}&${[...names, ...more].map((name) => `${name}={${name}}`).join('&')}`;
  const message = send(real(completed, { metadata: { shop: 'north', app_id: 'a-1' } }), target);
  expect(queryOf(message)).toMatchObject({
    user_id: 'order-1004',
    event: 'payout.completed',
    payout_id: documented.payoutId,
    reference: 'order-1004',
    status: 'completed',
    version: '5',
    sequence: '812',
    amount: '25.00',
    net: '24.50',
    hash: '0xaa32969220743644e3480d96e95a423d351049ac6296b8315103225709881ae3',
    'metadata.shop': 'north',
    'metadata.none': '',
    app_id: 'a-1',
    reward_level: '',
  });
});

test('the merchant’s metadata says who and how many coins', () => {
  const metadata = { user_uuid: 'u-7', coin_amount: '1500' };
  expect(queryOf(send(real(completed, { metadata })))).toMatchObject({ user_id: 'u-7', points: '1500' });
});

test.each([
  ['25.00', '25'],
  ['25.50', '25.5'],
  ['0.000000000000000001', '0.000000000000000001'],
  ['100.00', '100'],
])('an amount of %s is %s coins', (amount, coins) => {
  expect(queryOf(send(real(completed, { amount }))).points).toBe(coins);
});

test('what is hashed is what the receiver sees: a device that is not in the template is left out', () => {
  const event = real(completed, { metadata: { user_uuid: user, device_id: 'd-1', sdk_app_id: 'a-1' } });
  const { trans = '', sid } = queryOf(send(event));
  expect(sid).toBe(sha1(trans, user, 'USDT', '25', secret));
  const all = send(event, `${template}&device={device_id}&app={sdk_app_id}`);
  expect(queryOf(all).sid).toBe(sha1(trans, user, 'USDT', '25', 'd-1', 'a-1', secret));
});

test('values are encoded and cannot bring parameters, fragments or placeholders of their own', () => {
  const nasty = 'a&sid=1#x?{sid}{sid_previous}%7Bsid%7D+ü✓/../=\ud800';
  const event = real(completed, { metadata: { user_uuid: nasty, note: nasty } });
  const message = send(event, `${template}&note={metadata.note}`);
  const parsed = new URL(message.url);
  expect([...parsed.searchParams.keys()]).toEqual(['user_id', 'sid', 'points', 'coin', 'trans', 'note']);
  expect([parsed.pathname, parsed.hash]).toEqual(['/paid', '']);
  const { trans = '', sid, note } = queryOf(message);
  expect(note).toBe(nasty.toWellFormed());
  expect(sid).toBe(sha1(trans, nasty.toWellFormed(), 'USDT', '25', secret));
});

test('while a rotation overlaps, the template may show both proofs', () => {
  const former = s2s.newSecret('hmac');
  const target = `${template}&old={sid_previous}`;
  const { trans = '', sid, old } = queryOf(send(completed, target, [secret, former]));
  expect([sid, old]).toEqual([secret, former].map((key) => sha1(trans, user, 'USDT', '25', key)));
  expect(queryOf(send(completed, target)).old).toBe('');
});

test('a test is marked, and has no sequence', () => {
  const message = send(sampleEvent({ event: 'payout.completed' }), `${template}&n={sequence}`);
  expect(message.url).toMatch(/&n=&test=1$/);
  expect(send(completed).url).not.toContain('test');
});

test('only what was rendered can be signed', () => {
  expect(() =>
    s2s.sign(get(template), { signing: 'hmac', secrets: [secret] }, { id: '', at, merchantId: '' }),
  ).toThrow();
});

test.each([
  ['a template as adjoe shows it', template],
  ['further parameters', `${template}&fixed=1&a={metadata.any%20key%20at%20all}&b={publisher_sub_id5}&c={hash}`],
  ['a name that saving has encoded', `${template}&a={metadata.gr%C3%B6%C3%9Fe}`],
])('%s can be saved', (_what, url) => {
  expect(templateFaults(url)).toEqual([]);
});

test.each([
  ['no placeholder that we know', `${template}&x={secret}`, '{secret} is no placeholder.'],
  ['an empty one', `${template}&x={}`, '{} is no placeholder.'],
  ['one in capitals', `${template}&x={SID}`, '{SID} is no placeholder.'],
  ['metadata without a key', `${template}&x={metadata.}`, '{metadata.} is no placeholder.'],
  ['no proof', template.replace('{sid}', '1'), '{sid} is missing.'],
  ['no name of the transaction', template.replace('&trans={trans_uuid}', ''), '{trans_uuid} is missing.'],
  ['a space', `${template}&x=a b`, 'A space is written %20.'],
  ['a brace alone', `${template}&x={amount`, 'A brace stands alone.'],
  ['no query', 'https://example.com/paid', 'The address needs a query with placeholders, and no fragment.'],
  ['a fragment', `${template}#{amount}`, 'The address needs a query with placeholders, and no fragment.'],
  ['one in the path', template.replace('paid', '{reference}'), 'Placeholders may stand in the query only.'],
  [
    'one in the path, encoded',
    template.replace('paid', '%7Breference%7D'),
    'Placeholders may stand in the query only.',
  ],
  ['one in the host', template.replace('example', '{reference}'), 'Placeholders may stand in the query only.'],
])('a template with %s is faulty', (_what, url, fault) => {
  expect(templateFaults(url)).toEqual([fault]);
});

/** printf '%s' 53e0…user-7Gems150<token> | sha1sum, with the names of adjoe's default template. */
const token = 's2s-token-of-this-test';
const inbound = new URLSearchParams({
  trans_uuid: '53e0b3a1-5a0c-4c0e-9a34-0d6f5f0f3c11',
  user_uuid: 'user-7',
  currency: 'Gems',
  coin_amount: '150',
  sid: 'f68a7d538067599b0c35848606df37c4d737b36a',
});
const change = (entries: Record<string, string>) =>
  get(
    `https://portal.example/api/hooks/s2s/src_1?${new URLSearchParams({ ...Object.fromEntries(inbound), ...entries })}`,
  );

test('a reward of theirs is verified and read', () => {
  expect(s2s.verify(change({}), token, facts)).toBe(true);
  expect(s2s.verify(change({ sid: (inbound.get('sid') ?? '').toUpperCase() }), token, facts)).toBe(true);
  expect(s2s.parse(change({}))).toEqual({
    key: '53e0b3a1-5a0c-4c0e-9a34-0d6f5f0f3c11',
    type: 'payout',
    status: null,
    payoutId: null,
    reference: null,
    hash: null,
    amount: '150',
  });
});

test.each<Record<string, string>>([
  { coin_amount: '1500' },
  { user_uuid: 'user-8' },
  { currency: 'Coins' },
  { device_id: 'd' },
  { sdk_app_id: 'a' },
  { trans_uuid: '53e0b3a1-5a0c-4c0e-9a34-0d6f5f0f3c12' },
  { sid: '' },
])('%o breaks the proof', (entries) => {
  expect(s2s.verify(change(entries), token, facts)).toBe(false);
});

test.each<Record<string, string>>([
  { trans_uuid: 'not-a-uuid' },
  { trans_uuid: '' },
  { user_uuid: '' },
  { currency: '' },
  { coin_amount: '-5' },
  { coin_amount: '1e3' },
  { coin_amount: '0150' },
  { coin_amount: 'many' },
  { user_uuid: 'a\u0000b' },
  { user_uuid: 'u'.repeat(201) },
])('%o cannot be read', (entries) => {
  expect(s2s.parse(change(entries))).toBeNull();
  expect(s2s.verify(change(entries), token, facts)).toBe(false);
});

test('a signed parameter that is there twice proves nothing', () => {
  for (const name of ['coin_amount', 'sid', 'device_id', 'trans_uuid']) {
    const twice = get(`${change({ device_id: '' }).url}&${name}=1`);
    expect(s2s.verify(twice, token, facts)).toBe(false);
    expect(s2s.parse(twice)).toBeNull();
  }
});

test('what is not signed cannot make one message look like many', () => {
  expect(s2s.parse(change({ event: 'x', version: '7', payout_id: 'po_1', hash: '1' }))?.key).toBe(
    s2s.parse(change({}))?.key,
  );
  expect(s2s.parse(change({ trans_uuid: (inbound.get('trans_uuid') ?? '').toUpperCase() }))?.key).toBe(
    s2s.parse(change({}))?.key,
  );
});

test('a message with the merchant’s own names is explained by its template, without the secret', () => {
  const message = send(completed);
  const { trans = '', sid = '' } = queryOf(message);
  expect(s2s.explain(message, secret, { ...facts, target: template })).toEqual({
    signedContent: `${trans}${user}USDT25{your secret}`,
    expected: { sid },
    matches: true,
  });
  expect(
    s2s.explain(get(message.url.replace(sid, '0'.repeat(40))), secret, { ...facts, target: template }),
  ).toMatchObject({ matches: false });
  expect(s2s.explain(message, secret, facts)).toBeNull();
  expect(s2s.verify(signed('s2s', completed, [secret]), secret, facts)).toBe(true);
});
