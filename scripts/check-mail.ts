import { promises } from 'node:dns';
import { parseArgs } from 'node:util';
import { env } from '@/lib/kernel/env';
import { checkSender } from '@/lib/mail/check-sender';
import { reportsUrl } from '@/lib/payouts/mails/hear-reports';

const usage = `Looks up what other mail servers look up about your sender, and says what is missing.

  --selector <name>     of the DKIM key that your mail server signs with (default: default)
  --address <ip>        that your mails leave from (default: those of the host in SMTP_URL)
  --resolver <ip:port>  a name server to ask (default: the system's)`;

function end(message: string): never {
  console.error(message);
  process.exit(1);
}

const options = {
  selector: { type: 'string', default: 'default' },
  address: { type: 'string' },
  resolver: { type: 'string' },
} as const;

function readArguments() {
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return end(`${error instanceof Error ? error.message : error}\n\n${usage}`);
  }
}

const domainOf = (mailbox: string) => /@([^\s@>]+)>?\s*$/.exec(mailbox)?.[1]?.toLowerCase();

const { selector, address, resolver: nameServer } = readArguments();
if (!env.SMTP_URL) end('There is no mail server: set SMTP_URL.');
const domain = domainOf(env.MAIL_FROM) ?? end('MAIL_FROM has no mail address.');
const returnDomain = domainOf(env.MAIL_RETURN_PATH ?? '') ?? null;
const resolver = new promises.Resolver({ timeout: 5000, tries: 2 });
if (nameServer) resolver.setServers([nameServer]);

const server = address ?? new URL(env.SMTP_URL).hostname.replace(/^\[|\]$/g, '');
const checks = await checkSender(resolver, { domain, returnDomain, selector, server }).catch((error: unknown) =>
  end(`The name server did not answer: ${error instanceof Error ? error.message : error}`),
);
for (const { name, ok, found, next } of checks) {
  console.log(`${ok ? 'ok     ' : 'MISSING'} ${name.padEnd(5)} ${found}${next ? `\n              ${next}` : ''}`);
}
console.log(`\nForward what comes back, as it is, by POST to:\n  ${reportsUrl()}`);
if (!returnDomain) console.log('MAIL_RETURN_PATH is empty: mails that come back go to MAIL_FROM.');
process.exit(checks.every(({ ok }) => ok) ? 0 : 1);
