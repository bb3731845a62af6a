import type { Context } from '@/lib/access/actor';
import { requireOperator } from '@/lib/operators/require-operator';
import type { StopAnswer } from './schema';
import { type Stop, selectStops } from './store';

const shown = 200;

export function presentStop(stop: Stop): StopAnswer {
  const { id, scope, chain, rail, merchantId, asset, suspends, reason, since, byKind, byId } = stop;
  const { liftedAt, liftedByKind, liftedById, liftReason } = stop;
  return {
    ...{ id, scope, value: chain ?? rail ?? merchantId ?? asset, suspends, reason, since: since.toISOString() },
    by: { kind: byKind, id: byId },
    lifted:
      liftedAt && liftedByKind && liftReason !== null
        ? { at: liftedAt.toISOString(), by: { kind: liftedByKind, id: liftedById }, reason: liftReason }
        : null,
  };
}

/** Those that stand, then the newest of those that were lifted. Refuses: forbidden. */
export async function listStops(ctx: Context): Promise<StopAnswer[]> {
  requireOperator(ctx, 'installation:read');
  return (await selectStops(ctx.db, shown)).map(presentStop);
}
