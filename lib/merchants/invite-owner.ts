import type { Context } from '@/lib/access/actor';
import type { Identity } from '@/lib/access/identity';
import { findMerchantName } from '@/lib/access/people-store';
import { Refusal } from '@/lib/kernel/errors';
import { createMerchant, inviteFirstOwner, type MadeInvite } from './create-merchant';

export type Founding = {
  /** A new merchant by name, or one that is there by id. */
  merchant: { name: string; testMode: boolean } | { id: string };
  owner: Identity;
};

/** The operator's way to a merchant's first owner: an invitation, which they accept by signing in. */
export async function inviteOwner(
  ctx: Context,
  { merchant, owner }: Founding,
): Promise<{ merchantId: string; invite: MadeInvite }> {
  if (ctx.actor.kind !== 'system') throw new Refusal('forbidden', { detail: 'This is for the operator.' });
  if ('name' in merchant) {
    const { name, testMode } = merchant;
    const { merchantId, invite } = await createMerchant(ctx, { name, mode: testMode ? 'test' : 'live', owner });
    if (!invite) throw new Error('An identity is invited');
    return { merchantId, invite };
  }
  const { id: merchantId } = merchant;
  return ctx.db.transaction(async (tx) => {
    if ((await findMerchantName(tx, merchantId)) === null)
      throw new Refusal('not_found', { detail: 'There is no such merchant.' });
    return { merchantId, invite: await inviteFirstOwner(tx, ctx, merchantId, owner) };
  });
}
