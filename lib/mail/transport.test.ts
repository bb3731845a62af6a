import { afterEach, expect, test } from 'vitest';
import { type Manners, startMailServer } from './testing/mail-server';
import { createSmtpTransport, smtpOptions } from './transport';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function post(manners: Manners, urlOf: (port: number) => string) {
  const server = await startMailServer(manners);
  const facts = { from: 'desk@portal.example', connections: 1, stepMs: 2000 };
  const transport = createSmtpTransport({ ...facts, url: urlOf(server.port) });
  open.push(transport, server);
  const letter = { id: 'ml_1', to: 'ann@shop.example', subject: 'Hello', text: 'Hi', at: new Date(0) };
  return { posted: await transport.post(letter), received: server.received };
}

test.each([
  ['smtps://mail.example', { port: 465, secure: true, requireTLS: false, ignoreTLS: false }],
  ['smtp://mail.example', { port: 587, secure: false, requireTLS: true, ignoreTLS: false }],
  ['smtp://mail.example:2525?starttls=never', { port: 2525, requireTLS: false, ignoreTLS: true }],
  ['smtp://localhost:25', { port: 25, requireTLS: false, ignoreTLS: true }],
  ['smtp://[::1]:25', { host: '::1', requireTLS: false, ignoreTLS: true }],
  ['smtp://us%40er:p%3Ass@mail.example', { auth: { user: 'us@er', pass: 'p:ss' } }],
  ['smtps://mail.example?tls.rejectUnauthorized=false', { tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' } }],
])('%s is spoken to as it should be', (url, expected) => {
  expect(smtpOptions(url)).toMatchObject(expected);
});

test('a certificate that nobody vouches for gets no mail', async () => {
  const { posted, received } = await post({ secure: true }, (port) => `smtps://127.0.0.1:${port}`);
  expect(posted).toMatchObject({ sent: false, final: false, error: expect.stringMatching(/certificate/i) });
  expect(received).toEqual([]);
});

test('a server elsewhere that offers no encryption gets no mail', async () => {
  const { posted, received } = await post({}, (port) =>
    `smtp://127.1:${port}`.replace('127.1', 'ip6-localhost.invalid'),
  );
  expect(posted).toMatchObject({ sent: false, final: false });
  expect(received).toEqual([]);
});

test('a refused login is not the end of a mail: the operator can mend it', async () => {
  const manners: Manners = { authOptional: false, allowInsecureAuth: true };
  const refuse: Manners['onAuth'] = (_auth, _session, done) => done(new Error('No such user'));
  const { posted } = await post({ ...manners, onAuth: refuse }, (port) => `smtp://user:pass@127.0.0.1:${port}`);
  expect(posted).toMatchObject({ sent: false, final: false });
});
