import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { Refusal } from '@/lib/kernel/errors';
import { findDifference, isMember, updateDifference } from '@/lib/reconcile/core/difference-store';
import type { AssignBody, DifferenceOnWire } from '@/lib/reconcile/core/schema';
import { presentDifferences } from './present';

/** Gives a difference to a member of the team, or to nobody. Refuses: not_found, invalid_request, difference_state, step_up_required. */
export async function assignDifference(ctx: Context, id: string, body: AssignBody): Promise<DifferenceOnWire> {
  const { merchantId } = requirePermission(ctx, 'reconcile:write');
  requireStepUp(ctx);
  const before = await findDifference(ctx.db, merchantId, id);
  if (!before) throw new Refusal('not_found', { detail: `There is no difference ${id}.` });
  const { owner_id: ownerId, note } = body;
  if (ownerId !== null && !(await isMember(ctx.db, merchantId, ownerId))) {
    throw new Refusal('invalid_request', { field: 'owner_id', detail: 'This person is not in your team.' });
  }
  const now = ctx.clock.now();
  const after = await ctx.db.transaction(async (tx) => {
    const status = ownerId === null ? ('open' as const) : ('assigned' as const);
    const set = { ownerId, status, ...(note === undefined ? {} : { note: note || null }) };
    const changed = await updateDifference(tx, before, set, now);
    if (!changed) throw new Refusal('difference_state', { detail: 'It is resolved already.' });
    await audit(tx, ctx, {
      ...{ merchantId, action: 'difference.assigned', subjectId: id, now },
      before: { owner: before.ownerId, note: before.note },
      after: { owner: changed.ownerId, note: changed.note },
    });
    return changed;
  });
  const [shown] = await presentDifferences(ctx.db, merchantId, [after]);
  if (!shown) throw new Error('A difference that was changed can be shown');
  return shown;
}
