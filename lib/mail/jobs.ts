import type { Database } from '@/db/client';
import { addSeconds, type Clock } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { atOnce, createMailSender, type Route } from './send';
import { deleteEndedMails } from './store';
import { createSmtpTransport, type Transport } from './transport';

const keptDays = 30;
const stepMs = 10_000;

/** By server and sender. */
const transports = new Map<string, Transport>();

/** What the settings say. In the demo mails can be read at /dev/mailbox, also when they were sent. */
function routeOfSettings(): Route {
  if (!env.SMTP_URL) return env.DEMO ? { by: 'mailbox' } : { by: 'none' };
  const key = `${env.SMTP_URL} ${env.MAIL_FROM} ${env.MAIL_RETURN_PATH}`;
  const known = transports.get(key);
  const { SMTP_URL: url, MAIL_FROM: from, MAIL_RETURN_PATH: bounces } = env;
  const settings = { url, from, bounces, connections: atOnce, stepMs };
  const transport = known ?? createSmtpTransport(settings);
  transports.set(key, transport);
  return { by: 'smtp', transport, keep: env.DEMO };
}

const sender = createMailSender(routeOfSettings);

async function forgetMails({ db, clock }: { db: Database; clock: Clock }): Promise<boolean> {
  await deleteEndedMails(db, addSeconds(clock.now(), -keptDays * 86_400));
  return false;
}

/** What a worker does for mails; as jobs of `lib/jobs`, whose room is above this one. */
export const mailJobs = [
  { name: 'mail.send', everyMs: 2000, wakeOn: 'mails', run: sender.sendDue },
  { name: 'mail.forget', everyMs: 3_600_000, run: forgetMails },
];

/** Hangs up. */
export function closeMail(): void {
  for (const transport of transports.values()) transport.close();
}
