import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '@/lib/access/actor';
import { emailIdentity } from '@/lib/access/identity';
import type { PasskeyProof } from '@/lib/access/passkey-schema';
import { offerPasskey, provePasskey } from '@/lib/access/passkeys/prove-passkey';
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

/** What a passkey signs to come in from this browser. It names nobody: the passkey says whose it is. */
export function offerPasskeySignIn(ctx: Context, holder: Holder) {
  return offerPasskey(ctx, { purpose: 'sign_in', holder });
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
    | { by: 'passkey'; holder: Holder; proof: PasskeyProof }
  );

function prove(ctx: Context, given: SignInProof) {
  if (given.by === 'wallet') return proveWallet(ctx, { ...given, purpose: 'sign_in' });
  const { holder } = given;
  if (given.by === 'passkey') return provePasskey(ctx, { purpose: 'sign_in', holder }, given.proof);
  return proveCode(ctx, { ...given, email: emailIdentity(given.email).value, purpose: 'sign_in' });
}

/** Opens a session for a proven identity that is known, invited or brings an operator's link; `emails` are the addresses that are theirs. */
export async function signIn(ctx: Context, proof: SignInProof): Promise<{ sessionId: string; emails: string[] }> {
  const { sessionId, userId } = await openSession(ctx, await prove(ctx, proof), proof);
  const own = await selectIdentities(ctx.db, [userId]);
  return { sessionId, emails: own.filter(({ kind }) => kind === 'email').map(({ value }) => value) };
}
