import { and, eq } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { paymentAssurances } from '@/db/schema';
import type { LockedPayout } from '@/lib/payouts/locked-store';
import type { Payout } from '@/lib/payouts/store';

/** What members said about payments by hand. */

type MemberWord = { hash: string; sender: string | null; userId: string; now: Date };

/** Keeps a member's word that this hash pays this payout; saying it again changes nothing. */
export async function keepWord(tx: Tx, payout: LockedPayout, { hash, sender, userId, now }: MemberWord): Promise<void> {
  const { merchantId, id: payoutId, chain } = payout;
  await tx
    .insert(paymentAssurances)
    .values({ merchantId, payoutId, chain, hash, sender, userId, createdAt: now })
    .onConflictDoNothing();
}

export type Words = {
  /** Who says that it pays this payout. */
  members: ReadonlySet<string>;
  /** Who of them says that the wallet it came from is the merchant's, too. */
  naming: ReadonlyMap<string, ReadonlySet<string>>;
};

export async function selectWords(db: Queryable, payout: Payout, hash: string): Promise<Words> {
  const rows = await db
    .select({ userId: paymentAssurances.userId, sender: paymentAssurances.sender })
    .from(paymentAssurances)
    .where(
      and(
        eq(paymentAssurances.merchantId, payout.merchantId),
        eq(paymentAssurances.payoutId, payout.id),
        eq(paymentAssurances.hash, hash),
      ),
    );
  const naming = new Map<string, Set<string>>();
  for (const { userId, sender } of rows) {
    if (sender !== null) naming.set(sender, (naming.get(sender) ?? new Set()).add(userId));
  }
  return { members: new Set(rows.map(({ userId }) => userId)), naming };
}
