import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { screenOf } from '@/components/claim/screen';
import { readyView, transferWith, viewWith } from '@/components/claim/testing/sample-views';
import { WordsOfPage } from '@/components/ui/words/page-words';
import { type Language, languages } from '@/db/vocabulary/mails';
import { obstacles } from '@/db/vocabulary/payouts';
import { relayReasons } from '@/db/vocabulary/relay';
import type { ClaimView } from '@/lib/claims/schema';
import { pageWords, wordsIn } from '@/lib/words/words-in';
import { ClaimSheet } from './claim-sheet';

const now = new Date('2026-11-23T10:05:00.000Z');
const waiting = { state: 'waiting', effective_at: '2026-11-23T10:06:00.000Z' } as const;
const byHand = { rail: 'wallet', vault: null } as const;
const relayed = (state: ClaimView['relay']['state']) => ({
  relay: { ...readyView.relay, state, address: readyView.vault },
});

const views: readonly Partial<ClaimView>[] = [
  {},
  { recipient: { type: 'anyone' }, fee_payer: 'merchant', amount: '1234567.50' },
  { relay: { ...readyView.relay, offered: true } },
  ...relayReasons.map((reason) => ({
    relay: { ...readyView.relay, state: 'queued' as const, reason, address: readyView.vault },
  })),
  { proof_needed: 'email', recipient: { type: 'email', email: 'a•••@g•••.com' } },
  { proof_needed: 'signature' },
  { earlier_claim_until: '2026-11-23T10:20:00.000Z' },
  { expired: true },
  { ...byHand, expired: true },
  { cancellation: waiting },
  { status: 'awaiting_approval' },
  { status: 'failed' },
  { status: 'cancelled' },
  { status: 'processing', transfer: transferWith({}) },
  { status: 'completed', completed_at: '2026-11-23T10:04:00.000Z', transfer: transferWith({ status: 'confirmed' }) },
  { status: 'completed', completed_at: '2026-11-23T09:04:00.000Z', transfer: transferWith({ status: 'confirmed' }) },
  { coverage: { state: 'short' } },
  { coverage: { state: 'unknown' } },
  byHand,
  ...obstacles.map((obstacle) => ({ coverage: { state: 'blocked' }, obstacle }) as const),
  ...(['reverted', 'replaced', 'dropped'] as const).map((status) => ({ transfer: transferWith({ status }) })),
  ...(['queued', 'sending', 'sent', 'paid', 'ended'] as const).map(relayed),
  { transfer: transferWith({ status: 'submitted', seen_at: null }) },
];

/** Each text of a page, and whether it stands in something that keeps its direction. */
function textsOf(html: string): { text: string; apart: boolean }[] {
  const texts: { text: string; apart: boolean }[] = [];
  const open: boolean[] = [];
  for (const [, tag, text] of html.matchAll(/<([^>]*)>|([^<]+)/g)) {
    if (text !== undefined) texts.push({ text, apart: open.includes(true) || /[\u2066-\u2068]/.test(text) });
    else if (tag?.startsWith('/')) open.pop();
    else if (!/^(img|br|input|hr)\b/.test(tag ?? '')) open.push(/^(bdi|time)\b|\bdir="ltr"/.test(tag ?? ''));
  }
  return texts;
}

const value = /\d[\d.,]*\s?[A-Z]{3,5}\b|0x[0-9a-f]{4,}|\S+@\S+/i;
const english = new Set(Object.values(wordsIn('en').messages));

function drawnIn(language: Language, change: Partial<ClaimView>) {
  const view = viewWith(change);
  const screen = screenOf(view, now);
  const given = { view, screen, say: wordsIn(language), token: 'token', walletConnectProjectId: '', query: '' };
  const page = WordsOfPage({ language, words: pageWords(language), children: createElement(ClaimSheet, given) });
  return textsOf(renderToStaticMarkup(page));
}

test.each(['ar', 'fa'] as const)(
  'each amount, address, hash and mail address is kept apart from the words of %s around it, on every screen',
  (language) => {
    const texts = views.flatMap((change) => drawnIn(language, change));
    expect(texts.filter(({ text, apart }) => value.test(text) && !apart)).toEqual([]);
  },
);

test.each(languages)('nothing of any screen is English that there are words for in %s', (language) => {
  const own = new Set(Object.values(wordsIn(language).messages));
  const texts = views.flatMap((change) => drawnIn(language, change)).map(({ text }) => text);
  expect(texts.filter((text) => english.has(text) && !own.has(text))).toEqual([]);
});

test('the views above lead to each screen of the page', () => {
  expect(new Set(views.map((change) => screenOf(viewWith(change), now))).size).toBe(18);
});
