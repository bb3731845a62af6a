import type { Tx } from '@/db/client';
import type { MerchantMode } from '@/db/vocabulary/merchants';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { type Identity, presentIdentity } from '@/lib/access/identity';
import type { InviteOnWire } from '@/lib/access/schema';
import { placeOwner } from '@/lib/access/team/place-owner';
import { writeInvite } from '@/lib/access/team/team';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { insertLimits, type StartingLimits } from './registration-store';
import { insertBusiness, insertGuide, insertMerchant } from './store';

/** Whom a merchant belongs to: an identity that is invited, a person who is here, or nobody yet. */
export type Owner = Identity | { userId: string } | null;

export type NewMerchant = {
  name: string;
  mode: MerchantMode;
  owner: Owner;
  /** What an operator's system calls it. */
  reference?: string;
  /** Names the request of an operator that makes it, so that a repetition finds it. */
  requestKey?: string;
  /** The business whose other merchant this is; a new one otherwise. */
  businessId?: string;
};
/** `selfRegistered`: of a new business. `limits`: what it may pay out until an operator lifts it. */
type Beginning = NewMerchant & { selfRegistered?: boolean; limits?: StartingLimits };

export type MadeInvite = Pick<InviteOnWire, 'id' | 'identity' | 'expires_at'>;
export type MadeMerchant = { merchantId: string; businessId: string; invite: MadeInvite | null };

/** An operator's way to a new merchant. Its owner comes in by signing in with what they were invited by. */
export async function createMerchant(ctx: Context, wanted: NewMerchant): Promise<MadeMerchant> {
  if (ctx.actor.kind !== 'system') throw new Refusal('forbidden', { detail: 'This is for the operator.' });
  return ctx.db.transaction((tx) => writeMerchant(tx, ctx, wanted));
}

/** The merchant, its owner and the way to its first payout, in the caller's transaction, which has decided who may. */
export async function writeMerchant(tx: Tx, ctx: Context, wanted: Beginning): Promise<MadeMerchant> {
  const { name, mode, owner, reference = null, requestKey = null, selfRegistered = false, limits } = wanted;
  const now = ctx.clock.now();
  const merchantId = newId('merchant', now.getTime());
  const businessId = wanted.businessId ?? newId('business', now.getTime());
  if (wanted.businessId === undefined) await insertBusiness(tx, { id: businessId, selfRegistered, createdAt: now });
  const named = { name, testMode: mode === 'test', reference, requestKey };
  await insertMerchant(tx, { id: merchantId, businessId, ...named, createdAt: now });
  await insertGuide(tx, merchantId, now);
  if (limits) await insertLimits(tx, { merchantId, ...limits, createdAt: now });
  const after = { name, testMode: mode === 'test' };
  await audit(tx, ctx, { merchantId, action: 'merchant.founded', subjectId: merchantId, after, now });
  if (owner === null) return { merchantId, businessId, invite: null };
  if ('userId' in owner) {
    await placeOwner(tx, { merchantId, userId: owner.userId, now });
    return { merchantId, businessId, invite: null };
  }
  const invite = await inviteFirstOwner(tx, ctx, merchantId, owner);
  return { merchantId, businessId, invite };
}

export async function inviteFirstOwner(tx: Tx, ctx: Context, merchantId: string, identity: Identity) {
  const row = await writeInvite(tx, ctx, { merchantId, identity, role: 'owner', invitedBy: null });
  const made: MadeInvite = {
    ...{ id: row.id, identity: presentIdentity(row), expires_at: row.expiresAt.toISOString() },
  };
  return made;
}
