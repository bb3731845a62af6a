import type { Context } from '@/lib/access/actor';
import { auditOperator } from './audit-operator';
import { requireOperator, requireOperatorStepUp } from './require-operator';
import { getInstallation, lockInstallation, updateInstallation } from './store';

/** Lets people without a team create a business by themselves, or no longer. */
export async function setSelfRegistration(ctx: Context, open: boolean): Promise<{ self_registration: boolean }> {
  requireOperator(ctx, 'merchants:write');
  requireOperatorStepUp(ctx);
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const { selfRegistration } = await lockInstallation(tx);
    if (selfRegistration !== open) {
      await updateInstallation(tx, { selfRegistration: open });
      const facts = { before: { open: selfRegistration }, after: { open } };
      await auditOperator(tx, ctx, {
        action: 'installation.self_registration',
        subjectId: 'installation',
        ...facts,
        now,
      });
    }
    return { self_registration: open };
  });
}

export async function viewSelfRegistration(ctx: Context): Promise<{ self_registration: boolean }> {
  requireOperator(ctx, 'merchants:read');
  return { self_registration: (await getInstallation(ctx.db)).selfRegistration };
}
