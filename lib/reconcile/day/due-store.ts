import { sql } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';

export type DuePair = {
  merchantId: string;
  chain: ChainKey;
  createdAt: Date;
  /** Up to when the chain is final for us. */
  finalTime: Date;
  /** The newest day of which all was final when it was closed. */
  lastComplete: string | null;
  /** The newest reading that failed, and of which day. */
  uncheckedDay: string | null;
  uncheckedAt: Date | null;
};

/** Merchants and their chains whose `day` is not closed yet and that nobody is reading, in an order that is fair. */
export async function selectDue(db: Queryable, day: string): Promise<DuePair[]> {
  const rows = await db.execute<{
    merchant_id: string;
    chain: ChainKey;
    created_at: string;
    final_time: string;
    last_complete: string | null;
    unchecked_day: string | null;
    unchecked_at: string | null;
  }>(sql`
    with pairs as (
      select merchant_id, chain from vaults union select merchant_id, chain from merchant_assets
    )
    select p.merchant_id, p.chain, m.created_at::text, c.final_time::text, l.day as last_complete,
      u.day as unchecked_day, u.finished_at::text as unchecked_at
    from pairs p join merchants m on m.id = p.merchant_id join chain_cursors c on c.chain = p.chain
    left join lateral (
      select day from closes where merchant_id = p.merchant_id and chain = p.chain and complete
      order by day desc limit 1) l on true
    left join lateral (
      select day, finished_at from reconciliations
      where merchant_id = p.merchant_id and chain = p.chain and status = 'not_checked'
      order by id desc limit 1) u on true
    where coalesce(l.day < ${day}, true) and not exists (
      select from reconciliations r
      where r.merchant_id = p.merchant_id and r.chain = p.chain and r.status in ('waiting', 'running'))
    order by l.day nulls first, p.merchant_id limit 200`);
  return rows.map((row) => ({
    merchantId: row.merchant_id,
    chain: row.chain,
    createdAt: new Date(row.created_at),
    finalTime: new Date(row.final_time),
    lastComplete: row.last_complete,
    uncheckedDay: row.unchecked_day,
    uncheckedAt: row.unchecked_at === null ? null : new Date(row.unchecked_at),
  }));
}
