import type { Queryable } from '@/db/client';
import type { OpenFigures } from '@/db/schema/desk';
import type { Context } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { countOpen, findLiabilities, saveLiabilities, selectMerchantIds, sumOpen } from './figures-store';

/** At most this many open payouts are summed while a person waits; beyond that the worker does it, about once a minute. */
export const maxSummedAtOnce = 5_000;
/** How old a kept sum may be; older ones mean that no worker runs, and it is summed again. */
const freshForSeconds = 5 * 60;

export type Liabilities = { figures: OpenFigures[]; asOf: Date };

/** What is promised and not claimed, by asset and age. */
export async function readLiabilities(db: Queryable, merchantId: string, now: Date): Promise<Liabilities> {
  const many = (await countOpen(db, merchantId, maxSummedAtOnce + 1)) > maxSummedAtOnce;
  const kept = many ? await findLiabilities(db, merchantId) : null;
  if (kept && kept.asOf > addSeconds(now, -freshForSeconds)) return kept;
  return { figures: await sumOpen(db, merchantId, now), asOf: now };
}

/** Sums what is open of the merchants that have too much of it to do so at every look. Answers for how many. */
export async function keepLiabilities(ctx: Context): Promise<number> {
  const now = ctx.clock.now();
  let count = 0;
  for (const merchantId of await selectMerchantIds(ctx.db)) {
    if ((await countOpen(ctx.db, merchantId, maxSummedAtOnce + 1)) <= maxSummedAtOnce) continue;
    await saveLiabilities(ctx.db, { merchantId, figures: await sumOpen(ctx.db, merchantId, now), asOf: now });
    count += 1;
  }
  return count;
}
