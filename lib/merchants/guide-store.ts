import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Database, Queryable, Tx } from '@/db/client';
import { guides } from '@/db/schema';
import type { GuideStep } from '@/db/vocabulary/merchants';

export type Guide = typeof guides.$inferSelect;

const open = (merchantId: string) => and(eq(guides.merchantId, merchantId), isNull(guides.closedAt));

/** The guide of a merchant that is not at its first payout yet; null for all others, for good. */
export async function findOpenGuide(db: Queryable, merchantId: string): Promise<Guide | null> {
  const [row] = await db.select().from(guides).where(open(merchantId));
  return row ?? null;
}

/** False where the step was passed before, or there is no open guide. */
export async function insertPassed(tx: Tx, merchantId: string, step: GuideStep): Promise<boolean> {
  const rows = await tx
    .update(guides)
    .set({ passed: sql`array_append(${guides.passed}, ${step})` })
    .where(and(open(merchantId), sql`not ${step} = any (${guides.passed})`))
    .returning({ of: guides.merchantId });
  return rows.length === 1;
}

/** False where it was closed before. */
export async function markClosed(db: Database | Tx, merchantId: string, now: Date): Promise<boolean> {
  const rows = await db
    .update(guides)
    .set({ closedAt: now })
    .where(open(merchantId))
    .returning({ of: guides.merchantId });
  return rows.length === 1;
}
