import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { leases } from '@/db/schema';
import { signsOfLife } from '@/db/vocabulary/operators';

/** Takes or renews a lease; false while another owner holds it. Time is the database's, so that clocks need not agree. */
export async function takeLease(db: Database, name: string, owner: string, seconds: number): Promise<boolean> {
  const until = sql`now() + make_interval(secs => ${seconds})`;
  const rows = await db
    .insert(leases)
    .values({ name, owner, until })
    .onConflictDoUpdate({
      target: leases.name,
      set: { owner, until },
      setWhere: sql`${leases.owner} = ${owner} or ${leases.until} < now()`,
    })
    .returning({ owner: leases.owner });
  return rows.length === 1;
}

/** Renews what `owner` still holds of these, all in one write; answers which. */
export async function renewLeases(
  db: Database,
  names: readonly string[],
  owner: string,
  seconds: number,
): Promise<string[]> {
  const rows = await db
    .update(leases)
    .set({ until: sql`now() + make_interval(secs => ${seconds})` })
    .where(and(inArray(leases.name, [...names]), eq(leases.owner, owner)))
    .returning({ name: leases.name });
  return rows.map(({ name }) => name);
}

/** Says that a worker lives, for so many seconds. */
export async function beat(db: Database, owner: string, seconds: number): Promise<void> {
  const row = { name: signsOfLife.worker, owner, until: sql`now() + make_interval(secs => ${seconds})` };
  await db.insert(leases).values(row).onConflictDoUpdate({ target: leases.name, set: row });
}

export async function dropLease(db: Database, name: string, owner: string): Promise<void> {
  await db.delete(leases).where(and(eq(leases.name, name), eq(leases.owner, owner)));
}

/** Writes what means nothing, and fails where the database takes no writes. */
export async function insertSignOfLife(db: Database): Promise<void> {
  const row = { name: signsOfLife.portal, owner: 'health', until: sql`now()` };
  await db.insert(leases).values(row).onConflictDoUpdate({ target: leases.name, set: row });
}
