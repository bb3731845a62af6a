import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '@/lib/access/actor';
import { emailIdentity } from '@/lib/access/identity';
import { findUserId, isInvited, selectIdentities, selectMemberships } from '@/lib/access/people-store';
import { proveCode, sendCode } from '@/lib/access/proofs/code-proof';
import { type Holder, offerMessage, proveWallet } from '@/lib/access/proofs/wallet-proof';
import { isOpenOperatorLink } from '@/lib/operators/links';
import { findOperatorRole, getInstallation } from '@/lib/operators/store';
import { type Entrance, openSession } from './open-session';

/** Longer than either way through the database takes, so that the time of an answer does not tell them apart. */
const evenMs = 250;

/** A message with which this wallet can sign in, from this browser. */
export function offerSignIn(ctx: Context, wanted: { holder: Holder; address: string; chainId?: number }) {
  return offerMessage(ctx, { ...wanted, purpose: 'sign_in' });
}

async function mayComeIn(ctx: Context, email: string, operatorLink?: string): Promise<boolean> {
  if (operatorLink !== undefined && (await isOpenOperatorLink(ctx, operatorLink))) return true;
  const identity = emailIdentity(email);
  const userId = await findUserId(ctx.db, identity);
  const teams = userId ? await selectMemberships(ctx.db, userId) : [];
  if (userId && (await findOperatorRole(ctx.db, userId))) return true;
  if (teams.length > 0 || (await isInvited(ctx.db, identity, ctx.clock.now()))) return true;
  return (await getInstallation(ctx.db)).selfRegistration;
}

export type SignInCode = { holder: Holder; email: string; network: string | null; device?: string | null } & Entrance;

/** Mails a code if this address may sign in. All other addresses get the same answer, in about the same time. */
export async function sendSignInCode(ctx: Context, wanted: SignInCode) {
  const { value: email } = emailIdentity(wanted.email);
  const work = async () => {
    const known = await mayComeIn(ctx, email, wanted.operatorLink);
    return sendCode(ctx, { ...wanted, email, purpose: 'sign_in', known });
  };
  const [sent] = await Promise.allSettled([work(), pause(evenMs)]);
  if (sent.status === 'rejected') throw sent.reason;
  return sent.value;
}

export type SignInProof = Entrance &
  (
    | { by: 'wallet'; holder: Holder; message: string; signature: string }
    | { by: 'code'; holder: Holder; email: string; code: string }
  );

/** Opens a session for a proven identity that is known, invited or brings an operator's link; `emails` are the addresses that are theirs. */
export async function signIn(ctx: Context, proof: SignInProof): Promise<{ sessionId: string; emails: string[] }> {
  const identity =
    proof.by === 'wallet'
      ? await proveWallet(ctx, { ...proof, purpose: 'sign_in' })
      : await proveCode(ctx, { ...proof, email: emailIdentity(proof.email).value, purpose: 'sign_in' });
  const { sessionId, userId } = await openSession(ctx, identity, proof);
  const own = await selectIdentities(ctx.db, [userId]);
  return { sessionId, emails: own.filter(({ kind }) => kind === 'email').map(({ value }) => value) };
}
