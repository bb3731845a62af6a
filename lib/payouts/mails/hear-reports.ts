import { timingSafeEqual } from 'node:crypto';
import type { Context } from '@/lib/access/actor';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { derivedSecret, hashToken } from '@/lib/kernel/secrets';
import { noteReport } from '@/lib/mail/report';
import { readReport } from './read-report';

const secret = () => derivedSecret('mail reports');

/** Where the operator's mail server forwards what comes back. Its last part is the secret that proves it. */
export function reportsUrl(): string {
  return `${env.BASE_URL}/api/hooks/mail/${secret()}`;
}

function isSecret(given: string): boolean {
  return timingSafeEqual(Buffer.from(hashToken(given)), Buffer.from(hashToken(secret())));
}

type Incoming = {
  method: 'GET' | 'POST';
  params: Readonly<Record<string, string | undefined>>;
  readBytes(): Promise<Buffer>;
};

/**
 * Takes word of mails that came back, are late or were complained about. It changes what is known of a mail, and nothing of
 * a payout or its money. Refuses: not_found (another address, or a GET), body_too_large, notice_unreadable.
 */
export async function hearReports(ctx: Context, incoming: Incoming): Promise<{ received: true; noted: number }> {
  if (incoming.method !== 'POST' || !isSecret(incoming.params.source ?? '')) {
    throw new Refusal('not_found', { detail: 'No messages are received at this address.' });
  }
  const reports = readReport((await incoming.readBytes()).toString('utf8'));
  if (!reports) {
    throw new Refusal('notice_unreadable', { detail: 'It is neither a report of a mail server nor our JSON.' });
  }
  let noted = 0;
  for (const report of reports) if (await noteReport(ctx.db, report, ctx.clock.now())) noted += 1;
  return { received: true, noted };
}
