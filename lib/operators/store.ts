import { and, asc, count, desc, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Database, Queryable, Tx } from '@/db/client';
import { installation, operatorKeys, operatorLines, operatorLinks, operators } from '@/db/schema';
import type { OperatorRole } from '@/db/vocabulary/operators';

/** All SQL about operators. */

export async function findOperatorRole(db: Queryable, userId: string): Promise<OperatorRole | null> {
  const [row] = await db.select({ role: operators.role }).from(operators).where(eq(operators.userId, userId));
  return row?.role ?? null;
}

export async function countOperators(db: Queryable): Promise<number> {
  const [row] = await db.select({ count: count() }).from(operators);
  return row?.count ?? 0;
}

export function selectOperators(db: Queryable) {
  return db.select().from(operators).orderBy(asc(operators.createdAt), asc(operators.userId));
}

/** All operators, held until the transaction ends, so that the last admin cannot go twice. */
export function lockOperators(tx: Tx) {
  return tx.select().from(operators).orderBy(asc(operators.userId)).for('update');
}

/** This person's role now, which stays theirs until the transaction ends; null for one who is no operator. */
export async function findRoleHeld(tx: Tx, userId: string): Promise<OperatorRole | null> {
  const [row] = await tx
    .select({ role: operators.role })
    .from(operators)
    .where(eq(operators.userId, userId))
    .for('share');
  return row?.role ?? null;
}

/** A person who is an operator already keeps being one, and gets this role. */
export async function putOperator(tx: Tx, row: typeof operators.$inferInsert): Promise<void> {
  await tx
    .insert(operators)
    .values(row)
    .onConflictDoUpdate({ target: operators.userId, set: { role: row.role } });
}

export async function deleteOperator(tx: Tx, userId: string): Promise<void> {
  await tx.delete(operators).where(eq(operators.userId, userId));
}

// Links

const openLink = and(isNull(operatorLinks.usedAt), isNull(operatorLinks.revokedAt));

export async function insertLink(tx: Tx, row: typeof operatorLinks.$inferInsert): Promise<void> {
  await tx.insert(operatorLinks).values(row);
}

export async function revokeSetUpLinks(tx: Tx, now: Date): Promise<void> {
  await tx
    .update(operatorLinks)
    .set({ revokedAt: now })
    .where(and(isNull(operatorLinks.invitedBy), openLink));
}

export async function revokeLink(tx: Tx, id: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(operatorLinks)
    .set({ revokedAt: now })
    .where(and(eq(operatorLinks.id, id), openLink))
    .returning({ id: operatorLinks.id });
  return rows.length === 1;
}

/** What nobody has accepted yet of what a person sent, who is an operator no longer. */
export async function revokeLinksBy(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx
    .update(operatorLinks)
    .set({ revokedAt: now })
    .where(and(eq(operatorLinks.invitedBy, userId), openLink));
}

export async function findOpenLink(db: Queryable, hash: string, now: Date) {
  const [row] = await db
    .select()
    .from(operatorLinks)
    .where(and(eq(operatorLinks.hash, hash), openLink, gt(operatorLinks.expiresAt, now)));
  return row ?? null;
}

/** Uses a link up; null for one that was used, has run out or was followed by a newer one. */
export async function spendLink(tx: Tx, { hash, userId, now }: { hash: string; userId: string; now: Date }) {
  const [row] = await tx
    .update(operatorLinks)
    .set({ usedAt: now, usedBy: userId })
    .where(and(eq(operatorLinks.hash, hash), openLink, gt(operatorLinks.expiresAt, now)))
    .returning();
  return row ?? null;
}

/** Invitations that are open, the newest first. */
export function selectOpenLinks(db: Queryable, now: Date) {
  return db
    .select()
    .from(operatorLinks)
    .where(and(openLink, gt(operatorLinks.expiresAt, now)))
    .orderBy(desc(operatorLinks.id));
}

// Keys

export async function insertOperatorKey(tx: Tx, row: typeof operatorKeys.$inferInsert): Promise<void> {
  await tx.insert(operatorKeys).values(row);
}

/** A key that is not revoked, of a person who is still an operator. */
export async function findLiveOperatorKey(db: Queryable, hash: string) {
  const [row] = await db
    .select({ id: operatorKeys.id, scopes: operatorKeys.scopes, lastUsedAt: operatorKeys.lastUsedAt })
    .from(operatorKeys)
    .innerJoin(operators, eq(operators.userId, operatorKeys.createdBy))
    .where(and(eq(operatorKeys.hash, hash), isNull(operatorKeys.revokedAt)));
  return row ?? null;
}

export async function markOperatorKeyUsed(db: Queryable, id: string, now: Date): Promise<void> {
  await db.update(operatorKeys).set({ lastUsedAt: now }).where(eq(operatorKeys.id, id));
}

export async function revokeKeysBy(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx
    .update(operatorKeys)
    .set({ revokedAt: now })
    .where(and(eq(operatorKeys.createdBy, userId), isNull(operatorKeys.revokedAt)));
}

/** False where there is no such live key. */
export async function markOperatorKeyRevoked(tx: Tx, id: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(operatorKeys)
    .set({ revokedAt: now })
    .where(and(eq(operatorKeys.id, id), isNull(operatorKeys.revokedAt)))
    .returning({ id: operatorKeys.id });
  return rows.length === 1;
}

export function selectOperatorKeys(db: Queryable) {
  return db.select().from(operatorKeys).orderBy(desc(operatorKeys.id)).limit(200);
}

// Lines

export async function insertLine(tx: Tx, row: typeof operatorLines.$inferInsert): Promise<void> {
  await tx.insert(operatorLines).values(row);
}

export function selectOperatorLines(db: Queryable, before: bigint | null, limit: number) {
  return db
    .select()
    .from(operatorLines)
    .where(before === null ? undefined : lt(operatorLines.id, before))
    .orderBy(desc(operatorLines.id))
    .limit(limit);
}

// The installation

export async function getInstallation(db: Queryable) {
  const [row] = await db.select().from(installation);
  if (!row) throw new Error('The row of the installation is gone');
  return row;
}

/** The same, held until the transaction ends. */
export async function lockInstallation(tx: Tx) {
  const [row] = await tx.select().from(installation).for('update');
  if (!row) throw new Error('The row of the installation is gone');
  return row;
}

export async function updateInstallation(tx: Tx, set: Partial<typeof installation.$inferInsert>): Promise<void> {
  await tx.update(installation).set(set);
}

/** From now on no portal but a demo starts on this database. */
export async function markDemo(db: Database, now: Date): Promise<void> {
  await db.update(installation).set({ demoSince: now }).where(isNull(installation.demoSince));
}

export async function isDemos(db: Queryable): Promise<boolean> {
  const [row] = await db.select({ demoSince: installation.demoSince }).from(installation);
  return row !== undefined && row.demoSince !== null;
}
