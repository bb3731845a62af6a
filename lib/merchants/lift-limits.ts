import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { Refusal } from '@/lib/kernel/errors';
import { auditOperator } from '@/lib/operators/audit-operator';
import { requireOperator, requireOperatorStepUp } from '@/lib/operators/require-operator';
import { deleteLimits } from './registration-store';
import { findMerchant } from './store';

/** Lets a merchant that registered itself pay without limits from now on. Twice is once. */
export async function liftLimits(ctx: Context, merchantId: string): Promise<void> {
  requireOperator(ctx, 'merchants:write');
  requireOperatorStepUp(ctx);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    if (!(await findMerchant(tx, merchantId))) throw new Refusal('not_found', { detail: 'There is no such merchant.' });
    if (!(await deleteLimits(tx, merchantId))) return;
    const line = { action: 'merchant.limits_lifted', subjectId: merchantId, now };
    await audit(tx, ctx, { ...line, merchantId });
    await auditOperator(tx, ctx, line);
  });
}
