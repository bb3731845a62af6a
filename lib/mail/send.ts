import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '@/db/client';
import { addSeconds, type Clock } from '@/lib/kernel/clock';
import { log } from '@/lib/kernel/log';
import { noteInSpan } from '@/lib/kernel/traced';
import type { Words } from './render';
import { openWords } from './sealed-words';
import { countWaiting, dropWorthless, endAttempt, type LeasedMail, leaseMails, type MailEnd } from './store';
import type { PostResult, Transport } from './transport';

type MailContext = { db: Database; clock: Clock };

/** How mails leave: over SMTP, into the demo's mailbox, or, where the operator named no server, not at all. */
export type Route = { by: 'smtp'; transport: Transport; keep: boolean } | { by: 'mailbox' } | { by: 'none' };

/** Waits after the first, second, … failed try, in seconds; after the last one the mail has failed. 22 hours in all. */
export const waits = [10, 60, 300, 900, 3600, 3 * 3600, 6 * 3600, 12 * 3600] as const;

export const atOnce = 5;
const leaseSeconds = 60;
/** Below the lease, so that a mail is never on its way twice because a server is slow. */
const maxWaitMs = 45_000;
/** What an attempt still gets when the worker has to end. */
const defaultFarewellMs = 5_000;

const worthless = 'Not sent: it could not leave before it was of no use any more.';

export type MailSender = { sendDue(acting: MailContext, signal: AbortSignal): Promise<boolean> };

/**
 * The verb of the job: sends what is due and says whether more may wait. A mail whose server took it but did not get
 * to say so is sent again under the same Message-ID: it may arrive twice, it is never lost.
 */
export function createMailSender(routeOf: () => Route, farewellMs = defaultFarewellMs): MailSender {
  let told = false;
  const tellOnce = async (acting: MailContext, now: Date) => {
    if (told) return;
    const waiting = await countWaiting(acting.db, now);
    if (waiting === 0) return;
    told = true;
    log.warn({ waiting }, 'mails wait, for there is no mail server: set SMTP_URL');
  };
  return {
    async sendDue(acting, signal) {
      const now = acting.clock.now();
      const route = routeOf();
      await dropWorthless(acting.db, now, worthless);
      if (route.by === 'none') {
        await tellOnce(acting, now);
        return false;
      }
      const owner = randomUUID();
      const request = { now, leaseUntil: addSeconds(now, leaseSeconds), owner, limit: atOnce };
      const leased = await leaseMails(acting.db, request);
      if (leased.length > 0) noteInSpan({ mails: leased.length });
      await Promise.all(leased.map((mail) => attempt(acting, { mail, owner, route, signal, farewellMs })));
      return leased.length === atOnce;
    },
  };
}

type Attempt = {
  mail: LeasedMail;
  owner: string;
  route: Exclude<Route, { by: 'none' }>;
  signal: AbortSignal;
  farewellMs: number;
};

async function attempt({ db, clock }: MailContext, given: Attempt): Promise<void> {
  const { mail, owner, route } = given;
  const posted = await tryToPost(given).catch((error: unknown): PostResult => {
    log.error({ mailId: mail.id, err: error }, 'a mail could not be tried');
    return { sent: false, final: false, error: 'It could not be opened or handed over.' };
  });
  const keep = route.by === 'mailbox' || route.keep;
  const end = endOf(mail, posted, { keep, now: clock.now() });
  await endAttempt(db, mail.id, owner, end);
  if (end.failedAt) log.error({ mailId: mail.id, merchantId: mail.merchantId, error: end.error }, 'a mail failed');
}

/** Those that nobody asked for may be declined; a code is asked for. */
const isInvitation = (kind: LeasedMail['kind']) => kind === 'invitation' || kind === 'reminder';

/** One mail that cannot be opened counts as a failed try, and keeps no other from leaving. */
async function tryToPost(given: Attempt): Promise<PostResult> {
  const words = openWords(given.mail);
  return given.route.by === 'mailbox' ? { sent: true } : post(given, given.route.transport, words);
}

async function post({ mail, signal, farewellMs }: Attempt, transport: Transport, words: Words): Promise<PostResult> {
  const { id, recipient: to, createdAt: at, kind } = mail;
  const done = new AbortController();
  const after = async (ms: number, error: string): Promise<PostResult> => {
    await pause(ms, undefined, { signal: done.signal }).catch(() => {});
    return { sent: false, final: false, error };
  };
  const stopped = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true, signal: done.signal });
  });
  try {
    return await Promise.race([
      transport.post({ id, to, at, ...words, optOut: isInvitation(kind) }),
      after(maxWaitMs, 'The mail server took too long.'),
      stopped.then(() => after(farewellMs, 'The worker had to end before the mail server had answered.')),
    ]);
  } finally {
    done.abort();
  }
}

function endOf(mail: LeasedMail, posted: PostResult, { keep, now }: { keep: boolean; now: Date }): MailEnd {
  if (posted.sent) {
    const clean = { error: null, smtpCode: null, retryable: null };
    return { sentAt: now, state: 'sent', stateAt: now, ...clean, empty: !keep };
  }
  const { error, code = null, final } = posted;
  const said = { error, smtpCode: code, retryable: !final, stateAt: now };
  const wait = final ? undefined : waits[mail.attempts - 1];
  if (wait === undefined) return { failedAt: now, state: final ? 'refused' : 'failed', ...said, empty: true };
  return { nextAttemptAt: addSeconds(now, wait), state: 'delayed', ...said, empty: false };
}
