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
