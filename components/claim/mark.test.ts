import { expect, test } from 'vitest';
import { markOf } from './mark';
import { readyView, transferWith, viewWith } from './testing/sample-views';

test('a view that would look the same has the same mark', () => {
  expect(markOf(structuredClone(readyView))).toBe(markOf(readyView));
});

test('each change that the page shows changes the mark', () => {
  const views = [
    readyView,
    viewWith({ version: 2 }),
    viewWith({ expired: true }),
    viewWith({ coverage: { state: 'short' }, obstacle: 'funds' }),
    viewWith({ coverage: { state: 'short' }, obstacle: 'allowance' }),
    viewWith({ cancellation: { state: 'waiting', effective_at: '2026-11-23T10:06:00.000Z' } }),
    viewWith({ relay: { ...readyView.relay, offered: true, reason: null } }),
    viewWith({ relay: { ...readyView.relay, state: 'queued' } }),
    viewWith({ transfer: transferWith({ confirmations: 1 }) }),
    viewWith({ transfer: transferWith({ confirmations: 2 }) }),
    viewWith({ transfer: transferWith({ status: 'reverted', confirmations: 2 }) }),
    viewWith({ proof_needed: 'signature' }),
    viewWith({ relay: { ...readyView.relay, state: 'queued', reason: 'gas_too_dear' } }),
  ];
  expect(new Set(views.map(markOf)).size).toBe(views.length);
});
