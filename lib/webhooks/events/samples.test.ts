import { expect, test } from 'vitest';
import { payoutEventTypes } from '@/db/vocabulary/events';
import { payoutStatuses } from '@/db/vocabulary/payouts';
import { eventOf } from '@/lib/payouts/status';
import { verificationAnswer } from '@/lib/wire/attestation';
import { toldPayout } from '@/lib/wire/payout';
import { sampleEvent } from './samples';

const shape = toldPayout.strict();

test.each(payoutEventTypes)('the sample of %s is a payout in the words of the API', (event) => {
  const sample = sampleEvent({ event });
  expect(shape.parse(sample.data)).toEqual(sample.data);
  expect(sample).toMatchObject({
    type: event,
    test: true,
    sequence: null,
    subject: { kind: 'payout', id: sample.data.id },
  });
  expect(sample.subject.version).toBe(sample.data.version);
});

test('the sample of a verified wallet is a verification in the words of the API', () => {
  const { data, subject } = sampleEvent({ event: 'wallet.verified' });
  expect(verificationAnswer.strict().parse(data)).toEqual(data);
  expect(subject).toEqual({ kind: 'wallet_verification', id: data.id, version: 1 });
});

test.each(payoutStatuses)('the sample of the state %s is a payout in it, told by its own event', (status) => {
  const sample = sampleEvent({ status });
  expect(shape.parse(sample.data)).toEqual(sample.data);
  expect(sample.data.status).toBe(status);
  expect(sample.type).toBe(eventOf[status] ?? 'payout.created');
});

test('a sample is the same every time, and a merchant’s own where it is made for them', () => {
  expect(sampleEvent({ event: 'payout.completed' })).toEqual(sampleEvent({ event: 'payout.completed' }));
  const now = new Date('2026-03-01T08:00:00.000Z');
  const own = { id: 'ev_1', merchantId: 'mer_1', payoutId: 'po_1', now };
  expect(sampleEvent({ event: 'payout.completed' }, own)).toMatchObject({
    id: 'ev_1',
    merchantId: 'mer_1',
    subject: { id: 'po_1' },
    createdAt: now,
    data: { id: 'po_1', completed_at: '2026-03-01T08:00:00.000Z' },
  });
});

test('later states have higher versions', () => {
  const order = [
    'payout.created',
    'payout.awaiting_funds',
    'payout.processing',
    'payout.completed',
    'payout.failed',
  ] as const;
  const versions = order.map((event) => sampleEvent({ event }).subject.version);
  expect(versions).toEqual(versions.toSorted((one, other) => one - other));
  expect(new Set(versions).size).toBe(versions.length);
});
