import { expect, test } from 'vitest';
import { languages } from '@/db/vocabulary/mails';
import { type OrderMail, orderMail } from './render-order';

const facts = {
  merchant: { name: 'Acme <b>', logoUrl: null, accentColor: null },
  reference: 'order-1004',
  amount: '99.50 USDT',
  at: new Date('2026-12-01T10:00:00Z'),
  days: 3,
  url: 'https://pay.example/o/x',
};
const kinds: OrderMail[] = [
  ...(['funded', 'delivered', 'soon', 'extended', 'held', 'resumed', 'disputed'] as const),
  ...(['paying', 'paid', 'refunding', 'address'] as const),
];

test('in every language each mail names the order, and no slot stays empty', () => {
  for (const language of languages) {
    for (const kind of kinds) {
      const { subject, text } = orderMail(kind, { ...facts, language, address: '0x12' });
      expect(subject).toContain('order-1004');
      expect(text).toContain(`\n\n${facts.url}\n\n`);
      expect(`${subject}${text}`).not.toMatch(/[{}]|undefined|null/);
    }
  }
});

test('what promises a payout says when, in UTC, and in the language of its reader', () => {
  for (const kind of ['delivered', 'soon', 'extended', 'resumed'] as const) {
    expect(orderMail(kind, { ...facts, language: 'fr' }).text).toContain('1 décembre 2026 à 10:00 UTC');
  }
  expect(orderMail('soon', { ...facts, language: 'ru' }).subject).toContain('3 дня');
});

test('a seller reads where the money goes, or that nobody knows yet; a buyer reads neither', () => {
  const text = (address?: string | null) => orderMail('delivered', { ...facts, language: 'en', address }).text;
  expect(orderMail('held', { ...facts, language: 'en', address: null }).text).toContain('tell them your address');
  expect(text('0x12')).toContain('The money goes to 0x12.');
  expect(text(null)).toContain('does not know yet where to pay you');
  expect(text()).not.toMatch(/goes to|does not know/);
});

test('a mail without a page has no button, and what strangers call themselves makes no markup', () => {
  const { html } = orderMail('held', { ...facts, language: 'en', url: null });
  expect(html).not.toContain('<a ');
  expect(html).not.toContain('<b>');
  expect(html).toContain('Acme &lt;b&gt;');
});
