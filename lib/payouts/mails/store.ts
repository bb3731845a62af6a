import { and, asc, eq, lte, or, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { invitations, mailOptOuts } from '@/db/schema';
import type { LockedPayout } from '@/lib/payouts/locked-store';
import type { Key } from '@/lib/payouts/store';

/** All SQL about how recipients are written to. */

export type Invitation = typeof invitations.$inferSelect;

export async function insertInvitation(
  tx: Tx,
  payout: LockedPayout,
  row: Pick<Invitation, 'language' | 'notify' | 'createdAt'>,
): Promise<void> {
  await tx.insert(invitations).values({ ...row, payoutId: payout.id, merchantId: payout.merchantId });
}

export async function findInvitation(db: Queryable, { merchantId, id }: Key): Promise<Invitation | null> {
  const [row] = await db
    .select()
    .from(invitations)
    .where(and(eq(invitations.merchantId, merchantId), eq(invitations.payoutId, id)));
  return row ?? null;
}

type Change = Partial<
  Pick<Invitation, 'language' | 'notify' | 'invitedAt' | 'reminders' | 'nextReminderAt' | 'askedFor'>
>;

export async function updateInvitation(tx: Tx, payout: LockedPayout, set: Change): Promise<void> {
  await tx
    .update(invitations)
    .set(set)
    .where(and(eq(invitations.merchantId, payout.merchantId), eq(invitations.payoutId, payout.id)));
}

/** Payouts whose recipient is due a reminder or what they asked for, the longest due first. */
export async function selectToRemind(db: Queryable, now: Date, limit: number): Promise<Key[]> {
  return db
    .select({ merchantId: invitations.merchantId, id: invitations.payoutId })
    .from(invitations)
    .where(or(lte(invitations.nextReminderAt, now), lte(invitations.askedFor, now)))
    .orderBy(asc(sql`least(${invitations.nextReminderAt}, ${invitations.askedFor})`))
    .limit(limit);
}

export async function hasOptedOut(db: Queryable, merchantId: string, email: string): Promise<boolean> {
  const rows = await db
    .select({ email: mailOptOuts.email })
    .from(mailOptOuts)
    .where(and(eq(mailOptOuts.merchantId, merchantId), eq(mailOptOuts.email, email)));
  return rows.length > 0;
}

export async function insertOptOut(tx: Tx, row: typeof mailOptOuts.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(mailOptOuts).values(row).onConflictDoNothing().returning({ email: mailOptOuts.email });
  return rows.length === 1;
}
