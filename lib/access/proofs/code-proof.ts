import { randomInt, timingSafeEqual } from 'node:crypto';
import type { Context } from '@/lib/access/actor';
import type { Identity } from '@/lib/access/identity';
import { addSeconds } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { keyedHash } from '@/lib/kernel/secrets';
import { queueMail } from '@/lib/mail/outbox';
import { confirmCodeMail, linkCodeMail, signInCodeMail } from '@/lib/mail/render';
import { type CodesOf, countCodes, endCode, insertCode, lockAddress, lockNetwork, takeTry } from './proof-store';
import type { Holder } from './wallet-proof';

export const codeMinutes = 10;
export const maxTries = 5;
/**
 * Codes that strangers ask for within `windowMinutes`: for one address and purpose, how many of them from one network, and
 * from one network for all addresses together. A browser that the person has signed in with before has `known` of its own, so
 * that no number of strangers keeps them out.
 */
export const maxCodes = { address: 15, addressFromNetwork: 5, network: 20, known: 10, windowMinutes: 15 } as const;

const mails = { sign_in: signInCodeMail, confirm: confirmCodeMail, link: linkCodeMail } as const;
/** What a code by mail is good for; only a wallet can say that it pays. */
type MailedPurpose = keyof typeof mails;

export type CodeRequest = {
  purpose: MailedPurpose;
  holder: Holder;
  email: string;
  /** Whom a stranger's request is counted under; null where the portal cannot tell networks apart. */
  network: string | null;
  /** The browser, where this address has signed in with it before. */
  device?: string | null;
  /** Whether a mail goes out. Everything else is the same either way, so that nobody learns which addresses we know. */
  known: boolean;
};

function hashOf(id: string, code: string): string {
  return keyedHash(`${id}:${code}`, 'sign-in code');
}

function refuseOver(asked: number, most: number, oldest: Date | null, now: Date): void {
  if (asked < most) return;
  const free = addSeconds(oldest ?? now, maxCodes.windowMinutes * 60);
  throw new Refusal('rate_limited', {
    detail: 'Too many codes were asked for. Please wait a little before you ask for another.',
    retryAfterSeconds: Math.max(1, (free.getTime() - now.getTime()) / 1000),
  });
}

function boundsOf({ purpose, email, network, device }: CodeRequest): (readonly [CodesOf, number])[] {
  if (device) return [[{ email, purpose, device }, maxCodes.known]];
  const byNetwork =
    network === null
      ? []
      : ([
          [{ email, purpose, network, device: null }, maxCodes.addressFromNetwork],
          [{ network, device: null }, maxCodes.network],
        ] as const);
  return [[{ email, purpose, device: null }, maxCodes.address], ...byNetwork];
}

/** Mails a new code, which ends the one that was asked for here before. */
export async function sendCode(ctx: Context, wanted: CodeRequest): Promise<{ expiresAt: Date }> {
  const { purpose, holder, email, known } = wanted;
  // A signed-in person asks for codes to their own addresses alone, so strangers are counted apart from them.
  const device = purpose === 'confirm' ? holder : (wanted.device ?? null);
  const now = ctx.clock.now();
  const since = addSeconds(now, -maxCodes.windowMinutes * 60);
  const expiresAt = addSeconds(now, codeMinutes * 60);
  const network = wanted.network ?? 'unknown';
  const id = newId('code', now.getTime());
  const code = String(randomInt(100_000_000)).padStart(8, '0');
  await ctx.db.transaction(async (tx) => {
    await lockAddress(tx, email);
    // Else requests for many addresses at once each count none of the others.
    if (wanted.network !== null && device === null) await lockNetwork(tx, wanted.network);
    for (const [codes, most] of boundsOf({ ...wanted, device })) {
      const { asked, oldest } = await countCodes(tx, codes, since);
      refuseOver(asked, most, oldest, now);
    }
    const hash = hashOf(id, code);
    await insertCode(tx, { ...{ id, purpose, email, holder, device, hash }, network, createdAt: now, expiresAt });
    if (!known) return;
    const words = mails[purpose]({ code, portal: env.BASE_URL, validMinutes: codeMinutes });
    await queueMail(tx, { merchantId: null, to: email, ...words, worthlessAt: expiresAt, now });
  });
  return { expiresAt };
}

export type CodeProof = { purpose: MailedPurpose; holder: Holder; email: string; code: string };

/** Whose mail address this code was sent to: the newest one, to this holder, at most five tries, once. */
export async function proveCode(ctx: Context, { purpose, holder, email, code }: CodeProof): Promise<Identity> {
  const now = ctx.clock.now();
  const taken = await takeTry(ctx.db, { purpose, email, holder, maxTries, now });
  if (!taken) throw expired();
  const right = timingSafeEqual(Buffer.from(taken.hash, 'hex'), Buffer.from(hashOf(taken.id, code), 'hex'));
  if (!right) throw wrong(maxTries - taken.tries);
  if (!(await endCode(ctx.db, taken.id, now))) throw expired();
  return { kind: 'email', value: email };
}

function expired(): Refusal {
  const detail = 'This code was used, has run out, or was followed by a newer one. Please ask for a new code.';
  return new Refusal('proof_expired', { detail });
}

function wrong(triesLeft: number): Refusal {
  const detail =
    triesLeft > 0
      ? `That is not the code that was asked for here. ${triesLeft === 1 ? 'One try is' : `${triesLeft} tries are`} left.`
      : 'That is not the code that was asked for here, and there is no try left. Please ask for a new code.';
  return new Refusal('code_wrong', { field: 'code', detail, extra: { tries_left: triesLeft } });
}
