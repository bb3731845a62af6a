import { eq, sql } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { bookChecks } from '@/db/schema';
import type { BookCheck } from '@/lib/ledger/schema';

type Row = typeof bookChecks.$inferSelect;

export async function findCheck(db: Queryable, merchantId: string): Promise<BookCheck | null> {
  const [row] = await db.select().from(bookChecks).where(eq(bookChecks.merchantId, merchantId));
  return row ? { checked_at: row.checkedAt.toISOString(), accounts: row.accounts, faults: row.faults } : null;
}

/** Keeps the newest: of two that ran side by side the one that began to read later may be written first. */
export async function saveCheck(db: Queryable, row: Row): Promise<void> {
  const { checkedAt, accounts, faults } = row;
  await db
    .insert(bookChecks)
    .values(row)
    .onConflictDoUpdate({
      target: bookChecks.merchantId,
      set: { checkedAt, accounts, faults },
      setWhere: sql`${bookChecks.checkedAt} <= excluded.checked_at`,
    });
}

/** Merchants with anything in the books. */
export async function selectMerchantsWithBooks(db: Queryable): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select m.id from merchants m
    where exists (select from postings b where b.merchant_id = m.id)
    order by m.id`);
  return rows.map(({ id }) => id);
}

/** A merchant with books that nobody has added up since then, or with an account that the last check did not see. */
export async function findMerchantDue(
  db: Queryable,
  { before, now }: { before: Date; now: Date },
): Promise<string | null> {
  const [row] = await db.execute<{ id: string }>(sql`
    select m.id from merchants m left join book_checks c on c.merchant_id = m.id
    where (c.checked_at is null or c.checked_at < ${before.toISOString()}::timestamptz
        or (c.checked_at < ${now.toISOString()}::timestamptz
          and c.accounts < (select count(*) from balances b where b.merchant_id = m.id)))
      and exists (select from postings b where b.merchant_id = m.id)
    order by c.checked_at nulls first limit 1`);
  return row?.id ?? null;
}
