import { sql } from 'drizzle-orm';
import type { Tx } from './client';

/** Wakes the workers that wait for this word; PostgreSQL tells them when the transaction commits, and never if it does not. */
export async function wakeWorkers(tx: Tx, word: 'deliveries' | 'mails' | 'reconcile'): Promise<void> {
  await tx.execute(sql`select pg_notify('work', ${word})`);
}
