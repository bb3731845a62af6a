import { and, asc, eq, gt } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { events, receipts } from '@/db/schema';

/** Events in the order of writing, tests left out. */
export function selectEventsAfter(db: Database, merchantId: string, after: number, limit: number) {
  const { id, type, subjectId, sequence, position, data, createdAt } = events;
  return db
    .select({ id, type, subjectId, sequence, position, data, createdAt })
    .from(events)
    .where(and(eq(events.merchantId, merchantId), gt(events.position, after), eq(events.test, false)))
    .orderBy(asc(events.position))
    .limit(limit);
}

export function selectReceiptsAfter(db: Database, merchantId: string, after: string, limit: number) {
  return db
    .select()
    .from(receipts)
    .where(and(eq(receipts.merchantId, merchantId), gt(receipts.id, after)))
    .orderBy(asc(receipts.id))
    .limit(limit);
}
