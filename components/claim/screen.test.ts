import { expect, test } from 'vitest';
import { payoutStatuses, transferStatuses } from '@/db/vocabulary/payouts';
import type { ClaimView } from '@/lib/claims/schema';
import { paceOf, screenOf } from './screen';
import { readyView, transferWith, viewWith } from './testing/sample-views';

const now = new Date('2026-11-23T10:05:00.000Z');
const shown = (change: Partial<ClaimView>) => screenOf(viewWith(change), now);
const waiting = { state: 'waiting', effective_at: '2026-11-23T10:06:00.000Z' } as const;

test('a covered payout that is due is ready to claim', () => {
  expect(screenOf(readyView, now)).toBe('ready');
});

test('money that is not there, or cannot be seen, is never offered', () => {
  expect(shown({ coverage: { state: 'short' } })).toBe('awaiting_funds');
  expect(shown({ coverage: { state: 'blocked' }, obstacle: 'token_paused' })).toBe('obstructed');
  expect(shown({ coverage: { state: 'blocked' }, obstacle: 'stopped' })).toBe('stopped');
  expect(shown({ status: 'awaiting_approval', obstacle: 'stopped' })).toBe('stopped');
  expect(shown({ rail: 'wallet', vault: null, obstacle: 'stopped' })).toBe('stopped');
  expect(shown({ obstacle: 'stopped', expired: true })).toBe('expired');
  expect(shown({ coverage: { state: 'unknown' } })).toBe('network_down');
  expect(shown({ coverage: { state: 'short' }, transfer: transferWith({ status: 'reverted' }) })).toBe(
    'awaiting_funds',
  );
});

test('a transfer that came to nothing is explained by a screen of its own', () => {
  for (const status of ['reverted', 'replaced', 'dropped'] as const) {
    expect(shown({ transfer: transferWith({ status }) })).toBe(status);
  }
});

test('a transfer that was reported and that no node shows yet is told as sent, never offered as ready', () => {
  const reported = transferWith({ status: 'submitted', seen_at: null });
  for (const state of ['funded', 'short', 'unknown'] as const) {
    expect(shown({ transfer: reported, coverage: { state } })).toBe('sent');
  }
  expect(shown({ transfer: reported, expired: true })).toBe('sent');
  expect(shown({ transfer: reported, cancellation: waiting })).toBe('cancelling');
  expect(paceOf('sent')).toBe('fast');
});

test('what the portal sends is told as that to every visitor, and offered again once it came to nothing', () => {
  const relayed = (state: NonNullable<ClaimView['relay']['state']>) => ({
    relay: { ...readyView.relay, state, address: readyView.vault },
  });
  for (const state of ['queued', 'sending', 'sent', 'paid'] as const) expect(shown(relayed(state))).toBe('relaying');
  expect(shown({ ...relayed('sent'), expired: true, coverage: { state: 'short' } })).toBe('relaying');
  expect(shown({ ...relayed('queued'), expired: true })).toBe('expired');
  expect(shown({ ...relayed('sending'), cancellation: waiting })).toBe('cancelling');
  expect(shown(relayed('ended'))).toBe('ready');
  expect(paceOf('relaying')).toBe('fast');
});

test('a link that is ending is not offered, even while the books are still open', () => {
  expect(shown({ cancellation: waiting })).toBe('cancelling');
  expect(shown({ expired: true })).toBe('expired');
  expect(shown({ status: 'awaiting_approval' })).toBe('awaiting_approval');
  expect(shown({ status: 'awaiting_approval', expired: true })).toBe('expired');
});

test('a payout that the merchant pays by hand is never offered to be claimed', () => {
  const byHand = { rail: 'wallet', vault: null } as const;
  expect(shown(byHand)).toBe('by_hand');
  expect(shown({ ...byHand, transfer: transferWith({ status: 'reverted' }) })).toBe('by_hand');
  expect(shown({ ...byHand, expired: true })).toBe('expired');
});

test('a payout that is sent without a claim is never offered to be claimed', () => {
  const sent = { delivery: 'send' } as const;
  for (const state of ['funded', 'short', 'blocked', 'unknown'] as const) {
    expect(shown({ ...sent, coverage: { state } })).toBe('to_be_sent');
  }
  expect(shown({ ...sent, relay: { ...readyView.relay, state: 'queued' } })).toBe('to_be_sent');
  expect(shown({ ...sent, relay: { ...readyView.relay, state: 'sending', reason: null } })).toBe('relaying');
  expect(shown({ ...sent, relay: { ...readyView.relay, state: 'sending', reason: 'gas_too_dear' } })).toBe(
    'to_be_sent',
  );
  expect(shown({ ...sent, expired: true })).toBe('expired');
});

test('money under way is shown as such, with any word of the clock and the node', () => {
  for (const transferStatus of transferStatuses) {
    const transfer = transferWith({ status: transferStatus });
    expect(shown({ status: 'processing', transfer, expired: true, coverage: { state: 'unknown' } })).toBe('processing');
  }
});

test('a paid link is good news at first and a used link later', () => {
  expect(shown({ status: 'completed', completed_at: '2026-11-23T10:04:00.000Z' })).toBe('completed');
  expect(shown({ status: 'completed', completed_at: '2026-11-23T09:04:00.000Z' })).toBe('already_paid');
});

test('only a payout that is pending, covered and open is ever ready', () => {
  const offered = payoutStatuses.filter((status) => shown({ status }) === 'ready');
  expect(offered).toEqual(['pending']);
});

test('the page asks often while money moves, and stops at the end', () => {
  expect(paceOf('processing')).toBe('fast');
  expect(paceOf('ready')).toBe('slow');
  expect(paceOf('failed')).toBe('slow');
  expect(paceOf('completed')).toBe('still');
  expect(paceOf('cancelled')).toBe('still');
});
