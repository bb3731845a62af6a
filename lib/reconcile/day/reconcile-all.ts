import { setTimeout as pause } from 'node:timers/promises';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { findClose } from '@/lib/reconcile/core/close-store';
import { addDays, type Day, dayOf } from '@/lib/reconcile/core/day';
import { selectByIds } from '@/lib/reconcile/core/difference-store';
import { selectChains, selectMerchantIds } from '@/lib/reconcile/core/known-store';
import type { CloseOnWire, DifferenceOnWire } from '@/lib/reconcile/core/schema';
import { findReconciliation, type Reconciliation } from '@/lib/reconcile/core/store';
import { presentCloses, presentDifferences } from '@/lib/reconcile/review/present';
import { openReconciliation } from './open';
import { workReconciliation } from './work';

export type Wanted = { merchantId?: string; chain?: ChainKey; from?: Day; to?: Day };
export type Closed = { merchantId: string; close: CloseOnWire; differences: DifferenceOnWire[] };

/** Closes one day after the other, of one merchant or of all: today as far as it is final unless days are given. */
export async function* reconcileAll(ctx: Context, wanted: Wanted): AsyncGenerator<Closed> {
  const today = dayOf(ctx.clock.now());
  const to = wanted.to ?? today;
  for (const merchantId of wanted.merchantId ? [wanted.merchantId] : await selectMerchantIds(ctx.db)) {
    const chains = await selectChains(ctx.db, merchantId);
    for (const chain of chains.filter((one) => !wanted.chain || one === wanted.chain)) {
      for (let day = wanted.from ?? to; day <= to; day = addDays(day, 1)) {
        yield await closeNow(ctx, merchantId, chain, day);
      }
    }
  }
}

/** Closes one day here and now, after what is under way already. */
async function closeNow(ctx: Context, merchantId: string, chain: ChainKey, day: Day): Promise<Closed> {
  for (;;) {
    const run = await openReconciliation(ctx, { merchantId, chain, day });
    await workOrWait(ctx, run);
    if (run.day === day) break;
  }
  const close = await findClose(ctx.db, merchantId, chain, day);
  if (!close) throw new Error(`${day} was not closed`);
  const [shown] = await presentCloses(ctx.db, [close]);
  const lines = await selectByIds(ctx.db, merchantId, close.differenceIds);
  if (!shown) throw new Error('A close can be shown');
  return { merchantId, close: shown, differences: await presentDifferences(ctx.db, merchantId, lines) };
}

async function workOrWait(ctx: Context, { merchantId, id }: Reconciliation): Promise<void> {
  for (;;) {
    await workReconciliation(ctx, { id });
    const run = await findReconciliation(ctx.db, merchantId, id);
    if (run?.status !== 'waiting' && run?.status !== 'running') return;
    await pause(500);
  }
}
