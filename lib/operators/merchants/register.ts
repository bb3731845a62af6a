import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { presentIdentity, readIdentity } from '@/lib/access/identity';
import { Refusal } from '@/lib/kernel/errors';
import { hashToken } from '@/lib/kernel/secrets';
import { writeMerchant } from '@/lib/merchants/create-merchant';
import { findByRequest } from '@/lib/merchants/store';
import { auditOperator } from '@/lib/operators/audit-operator';
import { type OperatorOrKey, requireOperator, requireOperatorStepUp } from '@/lib/operators/require-operator';
import { lockInstallation } from '@/lib/operators/store';
import type { RegisteredMerchant, RegisterMerchantBody } from './schema';
import { findFirstInvite, findIdByReference } from './store';

/**
 * Makes a merchant; its owner comes in by signing in with what they were invited by. A repetition of the very same request finds what
 * it made. Refuses: merchant_known.
 */
export async function registerMerchant(ctx: Context, body: RegisterMerchantBody): Promise<RegisteredMerchant> {
  const actor = requireOperator(ctx, 'merchants:write');
  requireOperatorStepUp(ctx);
  const { name, mode, reference } = body;
  const owner = body.owner ? readIdentity(body.owner, 'owner.value') : null;
  const requestKey = ownKey(actor, ctx.requestKey);
  return ctx.db.transaction(async (tx) => {
    if (reference !== undefined || requestKey !== undefined) await lockInstallation(tx);
    const made = requestKey === undefined ? null : await findMade(tx, requestKey);
    if (made) return made;
    const known = reference === undefined ? null : await findIdByReference(tx, reference);
    if (known) throw new Refusal('merchant_known', { field: 'reference', extra: { merchant_id: known } });
    const { merchantId, businessId, invite } = await writeMerchant(tx, ctx, {
      ...{ name, mode, owner, reference, requestKey },
    });
    const after = { name, mode, reference: reference ?? null };
    await auditOperator(tx, ctx, { action: 'merchant.registered', subjectId: merchantId, after, now: ctx.clock.now() });
    return { id: merchantId, business_id: businessId, reference: reference ?? null, invitation: invite };
  });
}

/** Two operators who choose the same key ask for two merchants. */
export function ownKey(actor: OperatorOrKey, requestKey: string | undefined): string | undefined {
  const own = actor.kind === 'operator' ? actor.userId : actor.keyId;
  return requestKey === undefined ? undefined : hashToken(`${own} ${requestKey}`);
}

/** What an earlier run of the request answered. */
async function findMade(tx: Tx, requestKey: string): Promise<RegisteredMerchant | null> {
  const made = await findByRequest(tx, requestKey);
  if (!made) return null;
  const first = await findFirstInvite(tx, made.id);
  const invitation = first && {
    ...{ id: first.id, identity: presentIdentity(first), expires_at: first.expiresAt.toISOString() },
  };
  return { id: made.id, business_id: made.businessId ?? '', reference: made.reference, invitation };
}
