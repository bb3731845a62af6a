import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import type { Identity } from '@/lib/access/identity';
import { presentIdentity } from '@/lib/access/identity';
import { findMerchantName } from '@/lib/access/people-store';
import type { InviteOnWire } from '@/lib/access/schema';
import { writeInvite } from '@/lib/access/team/team';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { insertMerchant } from './store';

export type Founding = {
  /** A new merchant by name, or one that is there by id. */
  merchant: { name: string; testMode: boolean } | { id: string };
  owner: Identity;
};

/** The operator's way to a merchant's first owner: an invitation, which they accept by signing in. */
export async function inviteOwner(ctx: Context, { merchant, owner }: Founding) {
  if (ctx.actor.kind !== 'system') throw new Refusal('forbidden', { detail: 'This is for the operator.' });
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const merchantId = 'id' in merchant ? merchant.id : newId('merchant', now.getTime());
    if ('id' in merchant) {
      if ((await findMerchantName(tx, merchantId)) === null)
        throw new Refusal('not_found', { detail: 'There is no such merchant.' });
    } else {
      const { name, testMode } = merchant;
      await insertMerchant(tx, { id: merchantId, name, testMode, createdAt: now });
      await audit(tx, ctx, {
        merchantId,
        action: 'merchant.founded',
        subjectId: merchantId,
        after: { name, testMode },
        now,
      });
    }
    const row = await writeInvite(tx, ctx, { merchantId, identity: owner, role: 'owner', invitedBy: null });
    const made: Pick<InviteOnWire, 'id' | 'identity' | 'expires_at'> = {
      ...{ id: row.id, identity: presentIdentity(row), expires_at: row.expiresAt.toISOString() },
    };
    return { merchantId, invite: made };
  });
}
