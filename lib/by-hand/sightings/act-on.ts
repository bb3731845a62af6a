import type { Context } from '@/lib/access/actor';
import { lockUnchanged, type Transfer } from '@/lib/payouts/transfer-store';
import { apply } from './apply';
import type { Resolution } from './facts';
import { recordLog } from './record-log';

/** Does what a resolution about a named hash says; not where the payment changed since: then it is looked at again. */
export async function actOn(ctx: Context, transfer: Transfer, resolution: Resolution): Promise<void> {
  if (resolution.is === 'pays') {
    const { logs, carrier } = resolution;
    for (const log of logs) if (carrier && (await recordLog(ctx, transfer.chain, transfer, log, carrier))) return;
    return;
  }
  if (resolution.is === 'early' || resolution.is === 'unconfirmed') return;
  if (resolution.is === 'unseen' && transfer.logIndex === null) return;
  await ctx.db.transaction(async (tx) => {
    const same = await lockUnchanged(tx, transfer);
    if (same) await apply(tx, ctx, same, resolution);
  });
}
