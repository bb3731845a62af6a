import { expect, test } from 'vitest';
import { wordsIn } from '@/lib/words/words-in';
import type { TroubleKind } from './attempt';
import { troubleOf } from './troubles';

const say = wordsIn('en');
const neverAsked: TroubleKind[] = [
  'lapsed',
  'too_late',
  'unreachable',
  'chain_unavailable',
  'rate_limited',
  'internal',
];
const refused: TroubleKind[] = [
  'awaiting_funds',
  'link_expired',
  'link_cancelled',
  'wrong_recipient',
  'address_refused',
];
const mayHaveSent: TroubleKind[] = ['unclear', 'short_of_fee', 'wallet_busy'];
const moved = /Nothing has left|not asked/;

test('that nothing moved is said where the wallet declined or cannot, and that it was not asked where it was not', () => {
  for (const kind of ['rejected', 'unable'] as const) {
    expect(troubleOf(kind, false, say).words).toContain('Nothing has left the vault');
  }
  for (const kind of [...neverAsked, ...refused]) {
    expect(troubleOf(kind, false, say).words).toContain('Your wallet was not asked');
  }
});

test('after an answer that proves nothing, no screen says that nothing moved', () => {
  for (const kind of mayHaveSent) expect(troubleOf(kind, false, say).words).not.toMatch(moved);
});

test('once the wallet may have sent, every later trouble says that we are looking, and none that nothing moved', () => {
  for (const kind of [...neverAsked, ...refused, ...mayHaveSent, 'rejected', 'unable'] as const) {
    expect(troubleOf(kind, true, say).words).not.toMatch(moved);
    expect(troubleOf(kind, true, say).words).toMatch(/looking at the network/);
  }
});

test('what the wallet cannot do is never told as a refusal by its person', () => {
  expect(troubleOf('unable', false, say).heading).not.toMatch(/declined/);
  expect(troubleOf('unclear', false, say).heading).not.toMatch(/declined/);
});

test('a call that may be stale is never offered again as it is', () => {
  for (const kind of ['lapsed', 'unclear', 'unreachable', 'chain_unavailable', 'internal'] as const) {
    expect(troubleOf(kind, false, say).next).toBe('prepare');
  }
});
