import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promises } from 'node:dns';
import { promisify } from 'node:util';
import { afterEach, expect, test } from 'vitest';
import { checkSender, type SenderFacts } from './check-sender';
import { startNameServer, type Zone } from './testing/dns-server';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function serve(zone: Zone): Promise<string> {
  const server = await startNameServer(zone);
  open.push(server);
  return server.address;
}

const whole: Zone = {
  'TXT portal.example': ['another=record', 'v=spf1 a mx ~all'],
  'TXT default._domainkey.portal.example': [`v=DKIM1; k=rsa; p=${'A'.repeat(392)}`],
  'TXT _dmarc.portal.example': ['v=DMARC1; p=none'],
  'A mail.portal.example': ['192.0.2.25'],
  'PTR 25.2.0.192.in-addr.arpa': ['mail.portal.example'],
  'MX portal.example': ['mail.portal.example'],
};
const sender: SenderFacts = {
  ...{ domain: 'portal.example', returnDomain: 'portal.example', selector: 'default', server: 'mail.portal.example' },
};

async function check(zone: Zone, facts: SenderFacts = sender) {
  const resolver = new promises.Resolver({ timeout: 2000, tries: 1 });
  resolver.setServers([await serve(zone)]);
  return checkSender(resolver, facts);
}

test('of a sender that lacks nothing, nothing is missing', async () => {
  const checks = await check(whole);
  expect(checks.map(({ name, ok }) => [name, ok])).toEqual(
    ['SPF', 'DKIM', 'DMARC', 'PTR', 'MX'].map((name) => [name, true]),
  );
});

test.each([
  ['SPF', 'TXT portal.example', [], 'Add a TXT record at portal.example'],
  ['SPF', 'TXT portal.example', ['v=spf1 ~all', 'v=spf1 mx -all'], 'Leave one TXT record'],
  ['SPF', 'TXT portal.example', ['v=spf1 +all'], 'lets everybody send as you'],
  ['DKIM', 'TXT default._domainkey.portal.example', [], 'publish its key at default._domainkey.portal.example'],
  ['DKIM', 'TXT default._domainkey.portal.example', ['v=DKIM1; p='], 'is revoked'],
  ['DMARC', 'TXT _dmarc.portal.example', [], 'Add a TXT record at _dmarc.portal.example'],
  ['PTR', 'PTR 25.2.0.192.in-addr.arpa', ['another.example'], 'set its reverse name'],
  ['PTR', 'A mail.portal.example', [], 'has no address'],
  ['MX', 'MX portal.example', [], 'Nothing takes mails for portal.example'],
])('what is wrong with %s (%s: %j) is named with the next step', async (name, record, values, next) => {
  const wrong = (await check({ ...whole, [record]: values })).filter(({ ok }) => !ok);
  expect(wrong).toEqual([expect.objectContaining({ name, next: expect.stringContaining(next) })]);
});

test('a policy of the domain above counts, as it does for receivers', async () => {
  const below = { ...sender, domain: 'mail.portal.example', returnDomain: null };
  const checks = await check({ ...whole, 'TXT mail.portal.example': ['v=spf1 -all'] }, below);
  const found = '_dmarc.portal.example: v=DMARC1; p=none';
  expect(checks).toContainEqual({ name: 'DMARC', ok: true, found });
});

test('the command says what is missing and where to forward what comes back, and fails', async () => {
  const resolver = await serve({ ...whole, 'TXT _dmarc.portal.example': [] });
  const env = {
    ...{ NODE_ENV: 'test' as const, PATH: process.env.PATH, DATABASE_URL: 'postgres://localhost/none' },
    ...{ SECRETS_KEY: randomBytes(32).toString('base64'), BASE_URL: 'https://portal.example' },
    ...{ SMTP_URL: 'smtps://mail.portal.example', MAIL_FROM: 'Drawbridge <no-reply@portal.example>' },
    MAIL_RETURN_PATH: 'bounces@portal.example',
  };
  const args = ['scripts/run.js', 'scripts/check-mail.ts', '--resolver', resolver];
  const run = promisify(execFile)(process.execPath, args, { env });
  await expect(run).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringMatching(
      /^ok {6}SPF {3}v=spf1 a mx ~all$[\s\S]*^MISSING DMARC[\s\S]*https:\/\/portal\.example\/api\/hooks\/mail\/[\w-]{43}/m,
    ),
  });
});
