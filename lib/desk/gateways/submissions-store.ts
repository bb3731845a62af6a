import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { gatewaySubmissionNotes, gatewaySubmissions, gateways, payouts } from '@/db/schema';

type Wanted = { merchantId: string; payoutId?: string };

/** Submissions of one payout, or all of which nobody can tell how they stand; the newest first. */
export async function selectShown(db: Queryable, { merchantId, payoutId }: Wanted) {
  return db
    .select({ submission: gatewaySubmissions, url: gateways.url, payout: payouts })
    .from(gatewaySubmissions)
    .innerJoin(gateways, eq(gateways.id, gatewaySubmissions.gatewayId))
    .innerJoin(payouts, eq(payouts.id, gatewaySubmissions.payoutId))
    .where(
      and(
        eq(gatewaySubmissions.merchantId, merchantId),
        payoutId === undefined ? eq(gatewaySubmissions.status, 'unknown') : eq(gatewaySubmissions.payoutId, payoutId),
      ),
    )
    .orderBy(desc(gatewaySubmissions.id))
    .limit(50);
}
export type Shown = Awaited<ReturnType<typeof selectShown>>[number];

/** What happened to these submissions, in order. */
export async function selectNotes(db: Queryable, merchantId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(gatewaySubmissionNotes)
    .where(
      and(eq(gatewaySubmissionNotes.merchantId, merchantId), inArray(gatewaySubmissionNotes.submissionId, [...ids])),
    )
    .orderBy(asc(gatewaySubmissionNotes.id))
    .limit(1_000);
}
export type Note = Awaited<ReturnType<typeof selectNotes>>[number];
