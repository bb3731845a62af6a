import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { testPortal } from '@/lib/http/testing/test-portal';
import { queueMail } from '@/lib/mail/outbox';
import { createMailSender } from '@/lib/mail/send';
import { mailboxPage } from './mailbox-page';
import { GET } from './route';

const portal = testPortal();
const now = new Date('2026-01-31T12:00:00.000Z');
const look = (query = '') => GET(new Request(`http://localhost:3000/dev/mailbox${query}`));

beforeAll(async () => {
  for (const to of ['ann@shop.example', 'bea@shop.example']) {
    const words = { subject: `<b>Hello</b> ${to}`, text: 'Sign in: http://localhost:3000/sign-in <script>x</script>' };
    await portal.db.transaction((tx) => queueMail(tx, { merchantId: null, to, ...words, now }));
  }
  const sender = createMailSender(() => ({ by: 'mailbox' }));
  await sender.sendDue({ db: portal.db, clock: { now: () => now } }, new AbortController().signal);
});
afterEach(() => {
  delete process.env.DEMO;
  vi.resetModules();
});

test('outside the demo there is no mailbox', async () => {
  expect((await look()).status).toBe(404);
  expect((await look('?format=json')).status).toBe(404);
});

test('in the demo mails are read as JSON or as a page, all or one address’s', async () => {
  vi.resetModules();
  process.env.DEMO = '1';
  const { GET: demo } = await import('./route');
  const ask = (query: string) => demo(new Request(`http://localhost:3000/dev/mailbox${query}`));
  expect(await (await ask('?format=json&to=ann@shop.example')).json()).toEqual([
    {
      ...{ to: 'ann@shop.example', subject: '<b>Hello</b> ann@shop.example', at: now.toISOString() },
      text: 'Sign in: http://localhost:3000/sign-in <script>x</script>',
    },
  ]);
  const page = await (await ask('')).text();
  expect(page).toContain('ann@shop.example');
  expect(page).toContain('bea@shop.example');
});

test('nothing that a mail says becomes markup, and only our own addresses become links', () => {
  const mail = { to: '"><img>', subject: '<b>', text: 'http://localhost:3000/x "https://evil.example/" <i>', at: now };
  const page = mailboxPage([mail], '"><script>', 'http://localhost:3000');
  expect(page).not.toMatch(/<img|<b>|<i>|<script/);
  expect(page.match(/<a href="[^"]*"/g)).toEqual(['<a href="http://localhost:3000/x"']);
});
