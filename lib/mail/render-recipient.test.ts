import { expect, test } from 'vitest';
import { languages } from '@/db/vocabulary/mails';
import { invitationMail, recipientCodeMail } from './render-recipient';

const facts = {
  merchant: { name: 'Acme <b>', logoUrl: null, accentColor: null },
  amount: '99.50 USDT',
  chain: 'Polygon',
  description: 'Prize',
  url: 'https://pay.example/p/x?lang=ar',
  until: new Date('2026-12-01T10:00:00Z'),
};
const code = { ...facts, code: '123456', portal: 'https://pay.example', validMinutes: 30 };

test('a mail to a recipient speaks their language, in text and as a page', () => {
  expect(invitationMail({ ...facts, language: 'es' }).text).toMatch(/^“Acme <b>” le paga 99\.50 USDT/);
  expect(invitationMail({ ...facts, language: 'es' }).html).toContain('<html lang="es" dir="ltr">');
  expect(invitationMail({ ...facts, language: 'ar' }).html).toContain('<html lang="ar" dir="rtl">');
  expect(invitationMail({ ...facts, language: null }).subject).toBe('99.50 USDT for you from “Acme <b>”');
});

test('in every language the link, the amount and the code stand as they are', () => {
  for (const language of languages) {
    const mail = invitationMail({ ...facts, language });
    expect(mail.text).toContain(`\n\n${facts.url}\n\n`);
    expect(mail.subject).toContain(facts.amount);
    expect(recipientCodeMail({ ...code, language }).text).toContain('\n\n    123 456\n\n');
    expect(recipientCodeMail({ ...code, language }).html).toContain('>123 456</p>');
  }
});

test('where one writes from right to left, amount and name are kept apart from the words', () => {
  const { text } = invitationMail({ ...facts, language: 'fa' });
  expect(text).toContain('\u206899.50 USDT\u2069');
  expect(text).toContain('\u2068“Acme <b>”\u2069');
});

test('a mail says until when in its own language, in UTC', () => {
  expect(invitationMail({ ...facts, language: 'fr' }).text).toContain('1 décembre 2026 à 10:00 UTC');
});
