import { expect, test } from 'vitest';
import type { ClaimView } from '@/lib/claims/schema';
import { wordsIn } from '@/lib/words/words-in';
import { progressOf, progressWords } from './progress';
import { readyView, transferWith, viewWith } from './testing/sample-views';

const say = wordsIn('en');
const states = (transfer: ClaimView['transfer']) =>
  progressOf(viewWith({ transfer }), say).steps.map((step) => step.state);

test('a transfer counts as seen only when it is in a block', () => {
  expect(states(transferWith({ status: 'submitted', confirmations: 0 }))).toEqual(['done', 'now', 'later', 'later']);
  expect(states(transferWith({ status: 'unknown', confirmations: 0 }))).toEqual(['done', 'now', 'later', 'later']);
  expect(states(transferWith({ status: 'confirming' }))).toEqual(['done', 'done', 'now', 'later']);
  expect(states(null)).toEqual(['done', 'now', 'later', 'later']);
});

test('even a transfer that is confirmed is not called paid before the payout is completed', () => {
  expect(states(transferWith({ status: 'confirmed', confirmations: 3 }))).toEqual(['done', 'done', 'now', 'later']);
});

test('the count never promises more than it needs', () => {
  expect(progressOf(viewWith({ transfer: transferWith({ confirmations: 9 }) }), say)).toMatchObject({
    confirmations: 3,
    needed: 3,
  });
});

test('progress is told in words while money moves, and not otherwise', () => {
  expect(progressWords(viewWith({ status: 'processing', transfer: transferWith({}) }), say)).toBe('Confirming: 1 of 3');
  expect(progressWords(viewWith({ status: 'processing', transfer: transferWith({ status: 'submitted' }) }), say)).toBe(
    'Waiting for the network to see it',
  );
  expect(progressWords(viewWith({ status: 'pending' }), say)).toBe('');
});

test('no wallet of the reader is said to have sent what our account did', () => {
  const first = (change: Parameters<typeof viewWith>[0]) => progressOf(viewWith(change), say).steps[0]?.name;
  expect(first({})).toBe('Sent by your wallet');
  expect(first({ delivery: 'send' })).toBe('Sent for you');
  expect(first({ relay: { ...readyView.relay, state: 'sent' } })).toBe('Sent for you');
});
