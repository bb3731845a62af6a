import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { ScreenFrame } from '@/components/claim/screen-frame';
import { viewWith } from '@/components/claim/testing/sample-views';
import type { ClaimView } from '@/lib/claims/schema';
import { wordsIn } from '@/lib/words/words-in';
import { screens } from './screens';

const say = wordsIn('en');

/** What the reader of a screen is told. */
function told(screen: keyof typeof screens, change: Partial<ClaimView>): string {
  const view = viewWith(change);
  const parts = screens[screen]({ view, token: 'token', walletConnectProjectId: '', say, query: '' });
  const { actions: _, ...words } = parts;
  return renderToStaticMarkup(createElement(ScreenFrame, { ...words, view, say })).replaceAll(/<[^>]*>/g, '');
}

const byHand = { rail: 'wallet', vault: null } as const;

describe.each(['awaiting_approval', 'by_hand', 'already_paid', 'cancelled', 'expired', 'failed'] as const)(
  'of a payout that a member sends, %s',
  (screen) => {
    test('speaks of no vault and of no link that pays', () => {
      expect(told(screen, byHand)).not.toMatch(/vault|link (has|was|pays|cannot)|It worked until|new link/);
    });
  },
);

test.each(['contract', 'wallet', 'shkeeper'] as const)(
  'what is stopped says by every rail that no money has moved, until when it is kept and that nothing need be done: %s',
  (rail) => {
    const words = told('stopped', { rail, obstacle: 'stopped' });
    expect(words).toContain('No money has moved');
    expect(words).toContain('You do not have to do anything');
    expect(words).not.toMatch(/vault/);
  },
);

test.each([
  'awaiting_approval',
  'cancelled',
  'expired',
  'awaiting_funds',
  'obstructed',
  'reverted',
  'replaced',
] as const)('of a payout that is claimed, %s says that nothing has left the vault', (screen) => {
  expect(told(screen, {})).toContain('Nothing has left the vault');
});

const direct = { delivery: 'send' } as const;

test('of a payout that is sent without a claim, every wait says what for, and that its reader has nothing to do', () => {
  const waits: [Partial<ClaimView>, RegExp][] = [
    [{}, /Being sent.*nothing to do and nothing to pay/],
    [
      { coverage: { state: 'short' }, obstacle: 'funds' },
      /Waiting for funds.*holds too little.*nothing to do.*reserved/,
    ],
    [{ coverage: { state: 'blocked' }, obstacle: 'token_paused' }, /is stopped for everybody.*nothing to do/],
    [{ coverage: { state: 'unknown' } }, /Waiting to be sent.*cannot reach.*nothing to do/],
    [
      { relay: { ...viewWith({}).relay, state: 'queued', reason: 'gas_too_dear' } },
      /Waiting to be sent.*unusually high.*nothing to do/,
    ],
  ];
  for (const [change, words] of waits) {
    expect(told('to_be_sent', { ...direct, ...change })).toMatch(words);
    expect(told('to_be_sent', { ...direct, ...change })).not.toMatch(/yourself|claim|your wallet/);
  }
});

test.each(['already_paid', 'cancelled', 'expired'] as const)(
  'of a payout that was to be sent, %s speaks of no claim',
  (screen) => {
    expect(told(screen, direct)).not.toMatch(/link (has|was|pays|cannot)|It worked until|new link|claim/);
  },
);
