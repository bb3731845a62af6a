import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { mails } from '@/db/schema';

export async function insertMail(tx: Tx, row: typeof mails.$inferInsert): Promise<void> {
  await tx.insert(mails).values(row);
}

/** Wakes the workers when this transaction commits. */
export async function ringForMails(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_notify('work', 'mails')`);
}
