import { expect, test } from 'vitest';
import { payoutEventTypes } from '@/db/vocabulary/events';
import { payoutStatuses } from '@/db/vocabulary/payouts';
import { dialects } from '@/db/vocabulary/webhooks';
import { at, facts, real, signed, targets } from '@/lib/dialects/testing/signed';
import { documented, sampleEvent } from '@/lib/webhooks/events/samples';
import type { Message } from './dialect';
import { dialectRules } from './registry';

/** What every dialect has to keep, in both directions. */

const subjects = [
  ...payoutEventTypes.map((event) => ({ event }) as const),
  ...payoutStatuses.map((status) => ({ status }) as const),
];
const samples = subjects.map((subject) => sampleEvent(subject));
const completed = real(sampleEvent({ event: 'payout.completed' }));
const ways = dialects.flatMap((dialect) =>
  dialectRules[dialect].signatureKinds.map((signing) => ({ dialect, signing })),
);
const { id, merchantId, payoutId } = documented;

test.each(ways)('$dialect ($signing): every sample is sent, verified and read again', ({ dialect, signing }) => {
  const rules = dialectRules[dialect];
  const secret = rules.newSecret(signing);
  for (const event of samples) {
    const message = signed(dialect, event, [secret], signing);
    expect(rules.verify(message, secret, facts)).toBe(true);
    expect(rules.parse(message)).toMatchObject({ payoutId, reference: 'order-1004' });
    expect(message.toSign).toBeUndefined();
  }
});

test.each(ways)('$dialect ($signing): a change anywhere in what is signed is seen', ({ dialect, signing }) => {
  const rules = dialectRules[dialect];
  const secret = rules.newSecret(signing);
  const message = signed(dialect, completed, [secret], signing);
  const changes: ((text: string) => string)[] = [
    (text) => text.replace('order-1004', 'order-1005').replace('9b2c6a51', '9b2c6a52'),
    (text) => text.replace(/aa32/, 'aa33').replace('USDT', 'USDC'),
    (text) =>
      text
        .replace('2500', '2600')
        .replaceAll('25.00', '26.00')
        .replace('24.5000000000', '26.5000000000')
        .replaceAll(':25,', ':26,')
        .replace('=25&', '=26&'),
  ];
  for (const change of changes) {
    const changed = { ...message, url: change(message.url), body: change(message.body) };
    expect(changed).not.toEqual(message);
    expect(rules.verify(changed, secret, facts)).toBe(false);
  }
});

test.each(ways)('$dialect ($signing): while a rotation overlaps, both secrets verify, and no other', (way) => {
  const rules = dialectRules[way.dialect];
  const [newest, former, other] = [1, 2, 3].map(() => rules.newSecret(way.signing));
  const message = signed(way.dialect, completed, [newest ?? '', former ?? ''], way.signing);
  expect(rules.verify(message, newest ?? '', facts)).toBe(true);
  expect(rules.verify(message, former ?? '', facts)).toBe(true);
  expect(rules.verify(message, other ?? '', facts)).toBe(false);
  const alone = signed(way.dialect, completed, [newest ?? ''], way.signing);
  expect(rules.verify(alone, former ?? '', facts)).toBe(false);
  expect(rules.explain(message, newest ?? '', facts)).toMatchObject({ matches: true });
  expect(rules.explain(message, other ?? '', facts)).toMatchObject({ matches: false });
});

test.each(ways)('$dialect ($signing): a repetition has the key of the first, at any time', ({ dialect, signing }) => {
  const rules = dialectRules[dialect];
  const secrets = [rules.newSecret(signing)];
  const message = rules.render(completed, targets[dialect]);
  const first = rules.sign(message, { signing, secrets }, { id, at, merchantId });
  const later = rules.sign(message, { signing, secrets }, { id, at: new Date(at.getTime() + 3_600_000), merchantId });
  expect(rules.parse(later)?.key).toBe(rules.parse(first)?.key);
  expect(rules.parse(first)?.key).toMatch(/^[\x20-\x7e]{8,200}$/);
});

test.each(['coindirect', 'nitro', 'dex3', 'shkeeper', 'order_flow'] as const)(
  '%s: a completed payout that fails is news',
  (dialect) => {
    const { parse, newSecret } = dialectRules[dialect];
    const keys = (['payout.processing', 'payout.completed', 'payout.failed'] as const).map(
      (event) => parse(signed(dialect, real(sampleEvent({ event })), [newSecret('hmac')]))?.key,
    );
    expect(new Set(keys).size).toBe(3);
  },
);

test.each(['coindirect', 'nitro', 'shkeeper', 'order_flow'] as const)(
  '%s: a payout that comes to a state again is news',
  (dialect) => {
    const { parse, render } = dialectRules[dialect];
    const again = { ...completed, subject: { ...completed.subject, version: completed.subject.version + 2 } };
    const [first, second] = [completed, again].map((event) => parse(render(event, targets[dialect])));
    expect(second?.key).not.toBe(first?.key);
  },
);

test.each(ways)('$dialect ($signing): a proof that is missing, empty or of another kind proves nothing', (way) => {
  const rules = dialectRules[way.dialect];
  const secret = rules.newSecret(way.signing);
  const message = rules.render(completed, targets[way.dialect]);
  const seconds = String(at.getTime() / 1000);
  const stamped = { 'webhook-id': id, 'webhook-timestamp': seconds, 'x-shkeeper-timestamp': seconds };
  const bare: Message = {
    ...message,
    url: message.url.replace(/sid(_previous)?=[^&]*&/g, ''),
    headers: { ...message.headers, ...stamped },
  };
  expect(rules.verify(bare, secret, facts)).toBe(false);
  for (const proof of ['', ' ', '0', 'v1,', 'v1a,', 'v1', ',', '00'.repeat(32), 'sha256=', 'null', 'é'.repeat(64)]) {
    const names = [
      'webhook-signature',
      'x-signature',
      'x-signature-previous',
      'x-nitro-signature',
      'x-shkeeper-signature',
    ];
    const forged: Message = {
      ...bare,
      url: `${bare.url}&sid=${encodeURIComponent(proof)}`,
      headers: { ...bare.headers, ...Object.fromEntries(names.map((name) => [name, proof])) },
      body: bare.body.replace(/}$/, `,"signature":${JSON.stringify(proof)}}`),
    };
    expect(rules.verify(forged, secret, facts)).toBe(false);
  }
});

const garbage = [
  ...['', ' ', 'null', 'true', '1', '"text"', '[]', '{}', '{"data":null}', '{"data":[]}', '{"event":{}}', '{"type":7}'],
  ...['{"event":"payout-update"}', '{"event":"payout-update","payout_id":[],"status":{}}', '{"order_id":{}}'],
  ...['{"event":"payout-update","data":{"uuid":1e5,"status":[]}}', '{"event":"\\u0000","data":{"uuid":"\\u0000"}}'],
  ...['{"payout_id":"\\ud800","event":"payout-update","status":"x"}', `{"type":"${'x'.repeat(100_000)}"}`],
  ...['{', '{"a":', 'a=b&c=d', '<xml/>', '\u0000', '\ufeff{}', '[['.repeat(50_000), `${'{"a":'.repeat(50_000)}`],
  ...['{"order_id":"\\u0007"}', '{"__proto__":{"event":"payout-update","payout_id":"1","status":"x"}}'],
];

test.each(dialects)('%s: garbage is refused and never thrown at', (dialect) => {
  const rules = dialectRules[dialect];
  const secret = rules.newSecret('hmac');
  const urls = [
    ...['', 'x', 'http://', 'https://example.com/?sid=1&sid=2', 'https://example.com/?trans_uuid=%zz&sid=%00'],
    ...['https://example.com/%zz?%zz', `https://example.com/?trans_uuid=${'a'.repeat(10_000)}`],
  ];
  const headers: Record<string, string>[] = [
    {},
    { 'webhook-id': 'msg_1', 'webhook-timestamp': 'yesterday', 'webhook-signature': 'v1,AAAA v1a,AAAA' },
    {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(at.getTime() / 1000),
      'webhook-signature': 'v1,AAAA v1a,AAAA',
    },
    { 'webhook-id': '', 'webhook-timestamp': '', 'x-signature': 'zz', 'x-nitro-signature': '%' },
  ];
  const secrets = [secret, '', 'x', ':', 'whsec_', 'whsec_%%%', 'whpk_AAAA', 'whsk_AAAA', '\ud800'];
  const messages = garbage.flatMap((body) =>
    headers.flatMap((set) => urls.map((url): Message => ({ method: 'POST', url, headers: set, body }))),
  );
  for (const message of messages) {
    expect(rules.parse(message)).toBeNull();
    for (const one of secrets) expect(rules.verify(message, one, facts)).toBe(false);
  }
});

test.each(dialects)('%s: every message has the version, the sequence and, in a test, the mark', (dialect) => {
  const text = (message: Message) => decodeURIComponent(message.url) + message.body;
  const { newSecret } = dialectRules[dialect];
  const told = text(signed(dialect, completed, [newSecret('hmac')]));
  expect(told).toMatch(/"version":5|[?&]version=5/);
  expect(told).toMatch(/"sequence":812|[?&]sequence=812/);
  expect(told).not.toMatch(/\btest\b/);
  const tried = text(signed(dialect, sampleEvent({ event: 'payout.completed' }), [newSecret('hmac')]));
  expect(tried).toMatch(/[{,]"test":true[,}]|[?&]test=1$/);
});

test.each(dialects)('%s: secrets are new each time and long enough not to be guessed', (dialect) => {
  const { newSecret, publicKeyOf } = dialectRules[dialect];
  const made = Array.from({ length: 50 }, () => newSecret('hmac'));
  expect(new Set(made).size).toBe(50);
  for (const secret of made) expect(secret.replace('whsec_', '')).toMatch(/^[A-Za-z0-9+/_-]{43}=?$/);
  expect(publicKeyOf('hmac', made[0] ?? '')).toBeNull();
});

const taken = {
  standard: [200, 201, 202, 204, 299],
  coindirect: [200, 201, 202, 204, 299],
  nitro: [200],
  dex3: [200, 201, 202, 204, 299],
  s2s: [200],
  shkeeper: [202],
  order_flow: [200, 201, 202, 204, 299],
};
const statuses = [100, 199, 200, 201, 202, 204, 299, 300, 301, 302, 304, 307, 400, 401, 404, 408, 410, 429, 500, 503];

test.each(dialects)('%s: an answer counts as taken exactly when the dialect says so', (dialect) => {
  expect(statuses.filter((status) => dialectRules[dialect].accepts(status))).toEqual(taken[dialect]);
});
