import { type Context, requirePerson, requireUser } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import {
  emailIdentity,
  type Identity,
  type ProvenIdentity,
  type ProvenPasskey,
  presentProof,
  walletIdentity,
} from '@/lib/access/identity';
import type { PasskeyProof } from '@/lib/access/passkey-schema';
import { offerPasskey, provePasskey } from '@/lib/access/passkeys/prove-passkey';
import { findUserId } from '@/lib/access/people-store';
import { proveCode, sendCode } from '@/lib/access/proofs/code-proof';
import { type Holder, offerMessage, proveWallet } from '@/lib/access/proofs/wallet-proof';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { auditOperator } from '@/lib/operators/audit-operator';
import { pinIdentityChain } from './pin-identity-chain';
import { markOperatorSteppedUp, markSteppedUp } from './session-store';

/** How long a fresh proof counts. */
export const stepUpMinutes = 10;

/** Returns when the step-up ends; null without one. */
export function steppedUpUntil(ctx: Context): Date | null {
  const { steppedUpAt } = requireUser(ctx);
  const until = steppedUpAt && addSeconds(steppedUpAt, stepUpMinutes * 60);
  return until && until > ctx.clock.now() ? until : null;
}

/**
 * Guards what moves money, touches secrets or changes permissions: a signed-in person must have confirmed their identity
 * within ten minutes. An API key is a proof each time. Call it right after `requirePermission`.
 */
export function requireStepUp(ctx: Context): void {
  if (ctx.actor.kind === 'api_key') return;
  if (steppedUpUntil(ctx)) return;
  throw new Refusal('step_up_required', {
    detail: 'This needs a fresh proof. Please confirm with a passkey, your wallet or a code by mail that it is you.',
  });
}

/** The person's own identity, or the refusal that says it is not. */
async function requireOwn(ctx: Context, identity: Identity): Promise<void> {
  if ((await findUserId(ctx.db, identity)) === requirePerson(ctx).userId) return;
  const what = identity.kind === 'wallet' ? 'wallet' : 'mail address';
  throw new Refusal('forbidden', { detail: `You do not sign in with this ${what}. Use one that is in your account.` });
}

/** What was asked for at the desk confirms nothing on the operators' pages, and the other way round. */
function holderOf(ctx: Context): Holder {
  const { kind, sessionId } = requirePerson(ctx);
  return kind === 'operator' ? `operator:${sessionId}` : `session:${sessionId}`;
}

/** A message with which one of the person's own wallets confirms that it is them. */
export async function offerStepUp(ctx: Context, wanted: { address: string; chainId?: number }) {
  await requireOwn(ctx, walletIdentity(wanted.address));
  return offerMessage(ctx, { ...wanted, purpose: 'confirm', holder: holderOf(ctx) });
}

/** Mails a code to one of the person's own addresses. */
export async function sendStepUpCode(ctx: Context, wanted: { email: string; network: string | null }) {
  const identity = emailIdentity(wanted.email);
  await requireOwn(ctx, identity);
  const { network } = wanted;
  return sendCode(ctx, { purpose: 'confirm', holder: holderOf(ctx), email: identity.value, network, known: true });
}

export async function stepUpByWallet(ctx: Context, proof: { message: string; signature: string }): Promise<Date> {
  return stepUp(ctx, await proveWallet(ctx, { ...proof, purpose: 'confirm', holder: holderOf(ctx) }));
}

export async function stepUpByCode(ctx: Context, { email, code }: { email: string; code: string }): Promise<Date> {
  const { value } = emailIdentity(email);
  return stepUp(ctx, await proveCode(ctx, { purpose: 'confirm', holder: holderOf(ctx), email: value, code }));
}

/** What one of the person's own passkeys signs to confirm that it is them. */
export async function offerPasskeyStepUp(ctx: Context) {
  return offerPasskey(ctx, { purpose: 'confirm', holder: holderOf(ctx) }, requirePerson(ctx).userId);
}

export async function stepUpByPasskey(ctx: Context, proof: PasskeyProof): Promise<Date> {
  return stepUp(ctx, await provePasskey(ctx, { purpose: 'confirm', holder: holderOf(ctx) }, proof));
}

/** Answers until when it counts. */
async function stepUp(ctx: Context, proven: ProvenIdentity | ProvenPasskey): Promise<Date> {
  if (proven.kind !== 'passkey') await requireOwn(ctx, proven);
  else if (proven.userId !== requirePerson(ctx).userId) {
    throw new Refusal('forbidden', { detail: 'This passkey is another person’s. Use one that is in your account.' });
  }
  const person = requirePerson(ctx);
  const now = ctx.clock.now();
  const line = { action: 'session.stepped_up', subjectId: person.sessionId, detail: presentProof(proven), now };
  await ctx.db.transaction(async (tx) => {
    if (proven.kind !== 'passkey') await pinIdentityChain(tx, proven);
    if (person.kind === 'operator') {
      await markOperatorSteppedUp(tx, person.sessionId, now);
      await auditOperator(tx, ctx, line);
    } else {
      await markSteppedUp(tx, person.sessionId, now);
      await audit(tx, ctx, { ...line, merchantId: person.merchantId });
    }
  });
  return addSeconds(now, stepUpMinutes * 60);
}
