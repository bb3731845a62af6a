import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { insertPassed, markClosed } from './guide-store';
import type { PassedStep } from './schema';

/** Says of a step that it is fine as it is, for the whole team. Twice is once. */
export async function passGuideStep(ctx: Context, { step }: PassedStep): Promise<void> {
  const { merchantId } = requirePermission(ctx, 'settings:write');
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    if (!(await insertPassed(tx, merchantId, step))) return;
    await audit(tx, ctx, { merchantId, action: 'guide.step_passed', subjectId: merchantId, detail: { step }, now });
  });
}

/** Puts the guide away for good. Twice is once. */
export async function closeGuide(ctx: Context): Promise<void> {
  const { merchantId } = requirePermission(ctx, 'settings:write');
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    if (!(await markClosed(tx, merchantId, now))) return;
    await audit(tx, ctx, { merchantId, action: 'guide.closed', subjectId: merchantId, now });
  });
}

/** The same once a look has found every step done. */
export async function endGuide({ db, clock }: Context, merchantId: string): Promise<void> {
  await markClosed(db, merchantId, clock.now());
}
