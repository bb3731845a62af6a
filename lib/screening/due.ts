import type { Queryable, Tx } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import { env } from '@/lib/kernel/env';
import { oracleOn } from './oracles';
import { dropDue, insertDue } from './store';

type Key = { merchantId: string; id: string };

type New = { merchantId: string; chain: ChainKey; ids: readonly string[] };

/** Has payouts screened within a second or so, by the worker, where anybody is there to be asked. */
export async function screenSoon(tx: Tx, { merchantId, chain, ids }: New, now: Date): Promise<void> {
  if (ids.length === 0) return;
  const isAsked = Boolean(env.OFAC_LIST_URL) || oracleOn(chain) !== null;
  await insertDue(tx, merchantId, { ids, dueAt: now, onlyByOwn: !isAsked });
}

/** These were screened, or are not there to be screened any more. */
export async function endDue(db: Queryable, payouts: readonly Key[]): Promise<void> {
  await dropDue(db, payouts);
}
