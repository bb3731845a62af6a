import type { ReconciliationCounts } from '@/db/schema/reconcile';
import type { ChainKey } from '@/db/vocabulary/chains';
import { actorColumns, type Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { newId } from '@/lib/kernel/ids';
import type { Day } from '@/lib/reconcile/core/day';
import { insertOrJoin, type Reconciliation, ring } from '@/lib/reconcile/core/store';

export const noCounts: ReconciliationCounts = {
  ...{ moves: 0, claims: 0, settlements: 0, bookings: 0, matched: 0, repaired: 0 },
};

/** Asks for a reconciliation of one chain; a second request while one is under way gets that one. Workers hear of it. */
export async function openReconciliation(
  ctx: Context,
  what: { merchantId: string; chain: ChainKey; day: Day },
): Promise<Reconciliation> {
  const now = ctx.clock.now();
  const id = newId('reconciliation', now.getTime());
  const row = { id, ...what, status: 'waiting' as const, counts: noCounts, ...actorColumns(ctx.actor), createdAt: now };
  return ctx.db.transaction(async (tx) => {
    const current = await insertOrJoin(tx, row);
    if (current.id !== id) return current;
    const { merchantId, chain, day } = what;
    await audit(tx, ctx, {
      ...{ merchantId, action: 'reconciliation.opened', subjectId: id, detail: { chain, day }, now },
    });
    await ring(tx);
    return current;
  });
}
