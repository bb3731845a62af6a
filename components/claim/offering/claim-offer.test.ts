import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { readyView, viewWith } from '@/components/claim/testing/sample-views';
import type { ClaimView } from '@/lib/claims/schema';
import { wordsIn } from '@/lib/words/words-in';
import { ClaimOffer } from './claim-offer';

const sent = { relay: { ...readyView.relay, offered: true, reason: null } };

/** The buttons in their order, as they are called. */
function buttons(change: Partial<ClaimView>): string[] {
  const props = { view: viewWith(change), token: 'token', walletConnectProjectId: '', say: wordsIn('en'), query: '' };
  const html = renderToStaticMarkup(createElement(ClaimOffer, props));
  return [...html.matchAll(/<button[^>]*>(.*?)<\/button>/g)].map(([, words = '']) => words);
}

test('a link that is bound to a wallet needs one press and no wallet; paying the fee oneself comes second', () => {
  expect(buttons(sent)).toEqual(['Send it to my wallet 0x3C44Cd…4293BC', 'Pay the network fee myself']);
});

test('where the money may go anywhere, its reader connects a wallet or types an address', () => {
  expect(buttons({ ...sent, recipient: { type: 'anyone' } })).toEqual(['Connect my wallet', 'Paste an address']);
});

test('where nothing is sent for anybody, one’s own wallet is the way', () => {
  expect(buttons({})).toEqual(['Continue with a wallet']);
  expect(buttons({ recipient: { type: 'anyone' } })).toEqual(['Continue with a wallet']);
});

test('a wallet that has to sign first is asked for that before anything else', () => {
  expect(buttons({ ...sent, proof_needed: 'signature' })).toEqual(['Sign with my wallet']);
});
