import type { Context } from '@/lib/access/actor';
import { readIdentity } from '@/lib/access/identity';
import { Refusal } from '@/lib/kernel/errors';
import { writeMerchant } from '@/lib/merchants/create-merchant';
import { auditOperator } from '@/lib/operators/audit-operator';
import { requireOperator, requireOperatorStepUp } from '@/lib/operators/require-operator';
import { lockInstallation } from '@/lib/operators/store';
import type { RegisteredMerchant, RegisterMerchantBody } from './schema';
import { findIdByReference } from './store';

/** Makes a merchant; its owner comes in by signing in with what they were invited by. Refuses: merchant_known. */
export async function registerMerchant(ctx: Context, body: RegisterMerchantBody): Promise<RegisteredMerchant> {
  requireOperator(ctx, 'merchants:write');
  requireOperatorStepUp(ctx);
  const { name, mode, reference } = body;
  const owner = body.owner ? readIdentity(body.owner, 'owner.value') : null;
  return ctx.db.transaction(async (tx) => {
    if (reference !== undefined) {
      await lockInstallation(tx);
      const known = await findIdByReference(tx, reference);
      if (known) throw new Refusal('merchant_known', { field: 'reference', extra: { merchant_id: known } });
    }
    const made = await writeMerchant(tx, ctx, { name, mode, owner, reference });
    const after = { name, mode, reference: reference ?? null };
    const line = { action: 'merchant.registered', subjectId: made.merchantId, after, now: ctx.clock.now() };
    await auditOperator(tx, ctx, line);
    return {
      ...{ id: made.merchantId, business_id: made.businessId, reference: reference ?? null, invitation: made.invite },
    };
  });
}
