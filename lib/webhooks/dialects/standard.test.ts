import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { newSigningSecret, signStandard } from '@/lib/webhooks/sign';
import { standard } from './standard';

const event = {
  id: 'ev_06e2m5k3v7q8w9x0y1z2a3b4c5',
  type: 'payout.completed',
  createdAt: new Date('2026-01-31T12:00:00.123Z'),
  data: { id: 'po_1', amount: '25.00', description: 'Rückzahlung ✓' },
} as const;

test('the signature is the one of the specification', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  expect(signStandard(secret, 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, '{"test": 2432232314}')).toBe(
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  );
});

test('the standardwebhooks package verifies what we send', () => {
  const secret = newSigningSecret();
  const body = standard.render(event);
  const headers = standard.sign(secret, event, body, new Date());
  expect(new Webhook(secret).verify(body, headers)).toEqual({
    type: 'payout.completed',
    timestamp: '2026-01-31T12:00:00.123Z',
    data: event.data,
  });
});

test.each([
  ['another body', (secret: string) => ({ secret, body: '{"type":"payout.completed"}', at: new Date() })],
  ['another secret', () => ({ secret: newSigningSecret(), body: standard.render(event), at: new Date() })],
  ['an old time', (secret: string) => ({ secret, body: standard.render(event), at: new Date(Date.now() - 301_000) })],
])('the standardwebhooks package refuses %s', (_what, change) => {
  const secret = newSigningSecret();
  const { secret: used, body, at } = change(secret);
  const headers = standard.sign(used, event, standard.render(event), at);
  expect(() => new Webhook(secret).verify(body, headers)).toThrow();
});

test('every attempt carries the same id and its own time', () => {
  const secret = newSigningSecret();
  const body = standard.render(event);
  const first = standard.sign(secret, event, body, new Date('2026-01-31T12:00:00Z'));
  const second = standard.sign(secret, event, body, new Date('2026-01-31T12:00:05Z'));
  expect(second['webhook-id']).toBe(first['webhook-id']);
  expect([first['webhook-timestamp'], second['webhook-timestamp']]).toEqual(['1769860800', '1769860805']);
});

test('a secret holds 256 random bits in the form of the specification', () => {
  const secret = newSigningSecret();
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
  expect(newSigningSecret()).not.toBe(secret);
});

test.each([
  [200, true],
  [201, true],
  [204, true],
  [299, true],
  [199, false],
  [301, false],
  [302, false],
  [304, false],
  [400, false],
  [404, false],
  [410, false],
  [429, false],
  [500, false],
  [503, false],
])('status %i counts as taken: %s', (status, taken) => {
  expect(standard.accepts(status)).toBe(taken);
});
