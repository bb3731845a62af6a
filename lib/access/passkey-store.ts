import { and, asc, eq, lt, or, sql } from 'drizzle-orm';
import type { Database, Queryable, Tx } from '@/db/client';
import { passkeys, users } from '@/db/schema';
import type { PasskeyOnWire } from './passkey-schema';

/** All SQL about passkeys. */

export type PasskeyRow = typeof passkeys.$inferSelect;

export function presentPasskey({ id, name, synced, createdAt, lastUsedAt }: PasskeyRow): PasskeyOnWire {
  const last_used_at = lastUsedAt?.toISOString() ?? null;
  return { id, name, synced, created_at: createdAt.toISOString(), last_used_at };
}

export async function selectPasskeys(db: Queryable, userId: string): Promise<PasskeyRow[]> {
  return db.select().from(passkeys).where(eq(passkeys.userId, userId)).orderBy(asc(passkeys.id));
}

export async function findPasskey(db: Queryable, credentialId: string): Promise<PasskeyRow | null> {
  const [row] = await db.select().from(passkeys).where(eq(passkeys.credentialId, credentialId));
  return row ?? null;
}

type Use = { id: string; counter: number; synced: boolean; now: Date };

/** Notes a signature of a passkey. False where it is gone, or counts no further than one that was noted before. */
export async function notePasskeyUse(db: Database, { id, counter, synced, now }: Use): Promise<boolean> {
  const ahead = or(lt(passkeys.counter, counter), and(eq(passkeys.counter, 0), sql`${counter}::bigint = 0`));
  const rows = await db
    .update(passkeys)
    .set({ counter, synced, lastUsedAt: now })
    .where(and(eq(passkeys.id, id), ahead))
    .returning({ id: passkeys.id });
  return rows.length === 1;
}

/** How many a person has; one at a time is counted. */
export async function countPasskeys(tx: Tx, userId: string): Promise<number> {
  await tx.select({ id: users.id }).from(users).where(eq(users.id, userId)).for('update');
  return tx.$count(passkeys, eq(passkeys.userId, userId));
}

/** False where a person has this passkey already. */
export async function insertPasskey(tx: Tx, row: typeof passkeys.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(passkeys).values(row).onConflictDoNothing().returning({ id: passkeys.id });
  return rows.length === 1;
}

/** Takes a passkey of a person away; null where they have no such one. */
export async function deletePasskey(tx: Tx, userId: string, id: string): Promise<PasskeyRow | null> {
  const [row] = await tx
    .delete(passkeys)
    .where(and(eq(passkeys.id, id), eq(passkeys.userId, userId)))
    .returning();
  return row ?? null;
}
