import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { viewWith } from '@/components/claim/testing/sample-views';
import type { ClaimView } from '@/lib/claims/schema';
import { wordsIn } from '@/lib/words/words-in';
import { QuotePage } from './quote-page';
import { faultOf } from './refused-quote';

const display = {
  ...{ currency: 'EUR', amount: '20.00', rate: '1.1', quote_id: null, valid_until: null, lapsed: true },
};

function told(change: Partial<ClaimView>): string {
  const view = viewWith({ display, ...change });
  const page = createElement(QuotePage, { view, token: 'token', say: wordsIn('en'), query: '' });
  return renderToStaticMarkup(page).replaceAll(/<[^>]*>/g, '');
}

test('an amount is announced as shown only where it is: who has to prove a mailbox first is told just that', () => {
  const email = { type: 'email', email: 'a…@example.com' } as const;
  expect(told({})).toContain('This is what it comes to at the rate of now');
  const before = told({ proof_needed: 'email', recipient: email });
  expect(before).toContain('Once you have proved that this mailbox is yours');
  expect(before).not.toContain('This is what it comes to');
});

test('what cannot be paid in an asset is told apart from a rate that is missing', () => {
  const refused = (code: string) =>
    faultOf({ ok: false, status: 422, headers: new Headers(), text: JSON.stringify({ code, title: '', detail: '' }) });
  expect(['asset_unavailable', 'rate_unavailable'].map(refused)).toEqual(['unpayable', 'failed']);
});
