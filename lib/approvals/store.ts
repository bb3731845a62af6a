import { and, eq, inArray } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { approvalRules, payouts } from '@/db/schema';

export type ApprovalRule = typeof approvalRules.$inferSelect;

export async function selectRules(db: Queryable, merchantId: string): Promise<ApprovalRule[]> {
  return db
    .select()
    .from(approvalRules)
    .where(eq(approvalRules.merchantId, merchantId))
    .orderBy(approvalRules.chain, approvalRules.symbol);
}

export async function saveRule(tx: Tx, rule: ApprovalRule): Promise<void> {
  const { oneFrom, twoFrom, newDestination, updatedBy, updatedAt } = rule;
  await tx
    .insert(approvalRules)
    .values(rule)
    .onConflictDoUpdate({
      target: [approvalRules.merchantId, approvalRules.chain, approvalRules.symbol],
      set: { oneFrom, twoFrom, newDestination, updatedBy, updatedAt },
    });
}

/** Whether this merchant has ever paid this address for good. */
export async function wasPaidBefore(db: Queryable, merchantId: string, recipient: string): Promise<boolean> {
  const rows = await db
    .select({ id: payouts.id })
    .from(payouts)
    .where(
      and(eq(payouts.merchantId, merchantId), eq(payouts.recipientAddress, recipient), eq(payouts.status, 'completed')),
    )
    .limit(1);
  return rows.length > 0;
}

/** Which of these addresses this merchant has ever paid for good. */
export async function selectPaidBefore(
  db: Queryable,
  merchantId: string,
  recipients: readonly string[],
): Promise<Set<string>> {
  if (recipients.length === 0) return new Set();
  const rows = await db
    .selectDistinct({ recipient: payouts.recipientAddress })
    .from(payouts)
    .where(
      and(
        ...[eq(payouts.merchantId, merchantId), inArray(payouts.recipientAddress, [...recipients])],
        eq(payouts.status, 'completed'),
      ),
    );
  return new Set(rows.flatMap(({ recipient }) => recipient ?? []));
}
