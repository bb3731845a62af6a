import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { deliveries } from '@/db/schema';

/** Restarts the schedule of up to `limit` exhausted deliveries of an endpoint, the oldest first. Returns how many. */
export async function restartExhausted(
  tx: Tx,
  { endpointId, now, limit }: { endpointId: string; now: Date; limit: number },
): Promise<number> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const rows = await tx.execute(sql`
    with page as materialized (
      select id from ${deliveries} where endpoint_id = ${endpointId} and status = 'exhausted' order by id limit ${limit}
      for no key update skip locked
    )
    update ${deliveries} d
      set status = 'pending', tries = 0, started_at = ${at}, next_attempt_at = ${at}, delivered_at = null
      from page where d.id = page.id returning d.id`);
  return rows.length;
}
