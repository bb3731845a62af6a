import { expect, test } from 'vitest';
import { payoutStatuses } from '@/db/vocabulary/payouts';
import { followers, mayFollow } from './status';

test('completed is reached from processing alone', () => {
  expect(payoutStatuses.filter((status) => mayFollow(status, 'completed'))).toEqual(['processing']);
});

test('what is completed can only be taken back', () => {
  expect(followers.completed).toEqual(['failed']);
});

test('a closed payout moves again only because the chain paid it', () => {
  expect([followers.cancelled, followers.expired]).toEqual([['processing'], ['processing']]);
});

test('no status follows itself', () => {
  expect(payoutStatuses.filter((status) => mayFollow(status, status))).toEqual([]);
});
