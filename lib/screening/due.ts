import type { Queryable, Tx } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary';
import { env } from '@/lib/kernel/env';
import { oracleOn } from './oracles';
import { dropDue, insertDue } from './store';

type Key = { merchantId: string; id: string };

/** Has a payout screened within a second or so, by the worker, where anybody is there to be asked. */
export async function screenSoon(tx: Tx, payout: Key & { chain: ChainKey }, now: Date): Promise<void> {
  const isAsked = Boolean(env.OFAC_LIST_URL) || oracleOn(payout.chain) !== null;
  await insertDue(tx, payout, { dueAt: now, onlyByOwn: !isAsked });
}

/** These were screened, or are not there to be screened any more. */
export async function endDue(db: Queryable, payouts: readonly Key[]): Promise<void> {
  await dropDue(db, payouts);
}
