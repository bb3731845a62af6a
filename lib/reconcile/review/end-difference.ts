import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { Refusal } from '@/lib/kernel/errors';
import { type Difference, type NewDifference, updateDifference } from '@/lib/reconcile/core/difference-store';

/** Ends a line with what the audit needs; refuses a second end. */
export async function endBy(tx: Tx, ctx: Context, line: Difference, set: Partial<NewDifference>): Promise<Difference> {
  const now = ctx.clock.now();
  const after = await updateDifference(tx, line, set, now);
  if (!after) throw new Refusal('difference_state', { detail: 'Another member resolved it just now.' });
  const { resolvedBy, resolvedAccount, payoutId, note } = after;
  await audit(tx, ctx, {
    ...{ merchantId: line.merchantId, action: 'difference.resolved', subjectId: line.id, now },
    before: { status: line.status, kind: line.kind },
    after: { status: after.status, by: resolvedBy, account: resolvedAccount, payout: payoutId, note },
  });
  return after;
}
