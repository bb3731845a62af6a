import { and, asc, eq } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { addedTokens, operatorKeys } from '@/db/schema';
import { addAssets } from '@/lib/ledger/add-assets';

export type AddedToken = typeof addedTokens.$inferSelect;
type Place = Pick<AddedToken, 'chain' | 'token'>;

const is = ({ chain, token }: Place) => and(eq(addedTokens.chain, chain), eq(addedTokens.token, token));

/** False where the chain has this token or this symbol already. */
export async function insertAddedToken(tx: Tx, row: typeof addedTokens.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(addedTokens).values(row).onConflictDoNothing().returning({ token: addedTokens.token });
  return rows.length === 1;
}

export async function lockAddedToken(tx: Tx, place: Place): Promise<AddedToken | null> {
  const [row] = await tx.select().from(addedTokens).where(is(place)).for('update');
  return row ?? null;
}

export async function markListed(tx: Tx, place: Place, agreedBy: string | null, listedAt: Date): Promise<void> {
  await tx.update(addedTokens).set({ status: 'listed', agreedBy, listedAt }).where(is(place));
}

/** Keeps what another look found. */
export async function saveLook(
  tx: Tx,
  place: Place,
  look: Pick<AddedToken, 'findings' | 'codeHash' | 'lookedAt'>,
): Promise<void> {
  await tx.update(addedTokens).set(look).where(is(place));
}

export async function deleteWaiting(tx: Tx, place: Place): Promise<boolean> {
  const waiting = and(is(place), eq(addedTokens.status, 'waiting'));
  const rows = await tx.delete(addedTokens).where(waiting).returning({ token: addedTokens.token });
  return rows.length === 1;
}

export async function selectAddedTokens(db: Queryable): Promise<AddedToken[]> {
  return db.select().from(addedTokens).orderBy(asc(addedTokens.chain), asc(addedTokens.symbol));
}

/** What the books know of the token from now on. False where they hold another asset of this name. */
export async function insertAsset(
  tx: Tx,
  { chain, symbol, token, decimals }: Pick<AddedToken, 'chain' | 'symbol' | 'token' | 'decimals'>,
): Promise<boolean> {
  const row = { id: `${chain}:${symbol}`, chain, symbol, token, decimals, kind: 'token' as const };
  return (await addAssets(tx, [row])).length === 1;
}

/** The person who made a key of operators. */
export async function findKeyMaker(db: Queryable, keyId: string): Promise<string | null> {
  const [row] = await db.select({ by: operatorKeys.createdBy }).from(operatorKeys).where(eq(operatorKeys.id, keyId));
  return row?.by ?? null;
}
