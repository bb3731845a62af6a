import { expect, test } from 'vitest';
import { needWords, standingOf, statusWords } from './status-words';

test('one state has one name, and one name means one state', () => {
  expect(needWords.approval).toBe(statusWords.awaiting_approval);
  expect(needWords.failed).toBe(statusWords.failed);
  const { approval: _approval, failed: _failed, ...others } = needWords;
  const names = [...Object.values(statusWords), ...Object.values(others)];
  expect(new Set(names).size).toBe(names.length);
});

test('a row that waits for funds is called as the filter that finds it', () => {
  const row = {
    status: 'pending',
    obstacle: { cause: 'funds', since: '2026-01-31T12:00:00.000Z' },
    cancellation: null,
    rail: 'contract',
    delivery: 'claim',
    transfer: null,
  } as const;
  expect(standingOf(row).words).toBe(needWords.funds);
});
