import { randomInt } from 'node:crypto';
import type { Tx } from '@/db/client';
import type { Language } from '@/db/vocabulary/mails';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import type { LockedPayout } from '@/lib/payouts/locked-store';
import { countMailsSince, mailCode, mailRecipient } from '@/lib/payouts/mails/mail-recipient';
import { isMailboxKey } from '@/lib/payouts/mails/mailbox-key';
import { codeHash } from './code-hash';
import { codeDigits } from './code-schema';
import { lockLinked } from './lock-linked';
import { maskEmail } from './mask';
import type { CodeSent } from './schema';
import { type CodesOf, countCodes, insertCode } from './store';

export const codeMinutes = 30;
const resendSeconds = 60;
const daySeconds = 86_400;
/**
 * Codes of one payout within a day. All of them, with five tries each, are 40 guesses at a million numbers. The link alone
 * gets four of them and one network three, so that a stranger with the link leaves some to who has a link from a mail.
 */
export const maxCodes = { all: 8, withoutMail: 4, ofNetwork: 3 } as const;
/**
 * The last codes of a day go to a browser that has had none only so long after the newest. Scanners of a mail press within
 * minutes of it, from many networks and each in a browser of its own; what they leave is there when its owner comes.
 */
export const paced = { last: 2, seconds: 600 } as const;

export type CodeRequest = {
  /** Hash of the asking browser's cookie. */
  browser: string;
  /** Null where the portal cannot tell networks apart. */
  network: string | null;
  /** What only a link that was mailed carries. */
  key?: string | undefined;
  /** Of the page that asks. */
  language?: Language | undefined;
};

/**
 * Mails a code to the recipient because a browser with their link asked; the newest of that browser is good there alone.
 * Refuses: link_*, already_paid, transfer_in_progress, payout_state, rate_limited.
 */
export async function sendCode(ctx: Context, token: string, asked: CodeRequest): Promise<CodeSent> {
  const outcome = await ctx.db.transaction(async (tx) => {
    const now = ctx.clock.now();
    const { payout, email } = await lockLinked(tx, token, now);
    const fromMail = isMailboxKey(payout, token, asked.key);
    const over = await findBoundReached(tx, payout, { ...asked, fromMail }, now);
    if (!over) return { sent: await writeCode(tx, ctx, payout, { ...asked, email, fromMail, now }) };
    if (over.because === 'withoutMail') await mailLinkOnce(tx, ctx, payout, token, now);
    return { over };
  });
  if (outcome.sent) return outcome.sent;
  throw refusalOf(outcome.over);
}

type Reached = { because: 'resend' | 'paced' | keyof typeof maxCodes; retryAfterSeconds: number };
type Asked = CodeRequest & { fromMail: boolean };

type Bound = { because: Reached['because']; of: CodesOf; max: number; seconds: number };

function boundsOf({ browser, network, fromMail }: Asked): Bound[] {
  const { all, withoutMail, ofNetwork } = maxCodes;
  const day = { seconds: daySeconds };
  const byLink: Bound = { because: 'withoutMail', of: { fromMail: false }, max: withoutMail, ...day };
  const byNetwork: Bound = { because: 'ofNetwork', of: { network }, max: ofNetwork, ...day };
  return [
    { because: 'resend', of: { browser }, max: 1, seconds: resendSeconds },
    { because: 'all', of: {}, max: all, ...day },
    ...(fromMail ? [] : [byLink]),
    ...(network === null ? [] : [byNetwork]),
  ];
}

async function findBoundReached(tx: Tx, payout: LockedPayout, asked: Asked, now: Date): Promise<Reached | null> {
  for (const { because, of, max, seconds } of boundsOf(asked)) {
    const { sent, oldest } = await countCodes(tx, payout, addSeconds(now, -seconds), of);
    if (sent < max) continue;
    return { because, retryAfterSeconds: secondsUntil(addSeconds(oldest ?? now, seconds), now) };
  }
  return findPace(tx, payout, asked, now);
}

async function findPace(tx: Tx, payout: LockedPayout, { browser }: Asked, now: Date): Promise<Reached | null> {
  const since = addSeconds(now, -daySeconds);
  const { sent, newest } = await countCodes(tx, payout, since);
  const free = addSeconds(newest ?? now, paced.seconds);
  if (sent < maxCodes.all - paced.last || free <= now) return null;
  if ((await countCodes(tx, payout, since, { browser })).sent > 0) return null;
  return { because: 'paced', retryAfterSeconds: secondsUntil(free, now) };
}

const secondsUntil = (at: Date, now: Date) => Math.max(1, Math.ceil((at.getTime() - now.getTime()) / 1000));

function refusalOf({ because, retryAfterSeconds }: Reached): Refusal {
  const details = {
    resend: 'A code was sent a moment ago. Please wait a minute before you ask for another.',
    withoutMail: 'Too many codes were asked for with this link. We have mailed a link to its owner: open that one.',
    all: 'Too many codes were asked for today. Please come back tomorrow.',
    paced: 'Many browsers asked for codes a moment ago, as mail scanners do. Please wait ten minutes.',
    ofNetwork: 'Too many codes were asked for from here today. Use the newest one, or come back tomorrow.',
  };
  return new Refusal('rate_limited', { detail: details[because], retryAfterSeconds });
}

async function writeCode(
  tx: Tx,
  ctx: Context,
  payout: LockedPayout,
  { browser, network, email, fromMail, language, now }: Asked & { email: string; now: Date },
): Promise<CodeSent> {
  const code = String(randomInt(10 ** codeDigits)).padStart(codeDigits, '0');
  const expiresAt = addSeconds(now, codeMinutes * 60);
  const hash = codeHash(payout, browser, code);
  const id = newId('code', now.getTime());
  await insertCode(tx, payout, { id, email, browser, network, fromMail, hash, createdAt: now, expiresAt });
  await mailCode(tx, payout, { code, validMinutes: codeMinutes, worthlessAt: expiresAt, language, now });
  const { merchantId, id: subjectId } = payout;
  await audit(tx, ctx, { merchantId, action: 'claim.code_sent', subjectId, detail: { from_mail: fromMail }, now });
  const resendAfter = addSeconds(now, resendSeconds).toISOString();
  return { sent_to: maskEmail(email), resend_after: resendAfter, expires_at: expiresAt.toISOString() };
}

/** Where the link alone gets no more codes, its owner is sent one that does: once a day, however often it is asked. */
async function mailLinkOnce(tx: Tx, ctx: Context, payout: LockedPayout, token: string, now: Date): Promise<void> {
  const since = addSeconds(now, -daySeconds);
  if ((await countMailsSince(tx, payout, 'link', since)) > 0) return;
  await mailRecipient(tx, payout, { kind: 'link', token, now });
  const { merchantId, id: subjectId } = payout;
  await audit(tx, ctx, { merchantId, action: 'claim.link_mailed', subjectId, now });
}
