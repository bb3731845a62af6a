import { expect, test } from 'vitest';
import { wordsIn } from '@/lib/words/words-in';
import { footerWords } from './footer-words';
import { readyView } from './testing/sample-views';

const say = wordsIn('en');

test('the merchant pays, from its vault only where the contract pays, and nobody where nothing is paid any more', () => {
  const byHand = { ...readyView, rail: 'wallet' as const };
  expect(footerWords(readyView, 'ready', say)).toMatch(/^Demo Store pays this, straight from its own vault\./);
  expect(footerWords(readyView, 'completed', say)).toMatch(/^Paid by Demo Store, straight from its own vault\./);
  expect(footerWords(byHand, 'by_hand', say)).toMatch(/^Demo Store pays this\./);
  expect(footerWords(byHand, 'already_paid', say)).toMatch(/^Paid by Demo Store\./);
  for (const over of ['cancelled', 'expired', 'failed'] as const) {
    expect(footerWords(readyView, over, say)).toBe('Shown by Drawbridge for Demo Store.');
  }
});
