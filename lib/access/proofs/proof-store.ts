import { and, count, desc, eq, gt, isNull, lt, min, sql } from 'drizzle-orm';
import type { Database, Queryable, Tx } from '@/db/client';
import { signInCodes, signInNonces } from '@/db/schema';
import type { ProofPurpose } from '@/db/vocabulary/people';

/** All SQL about proofs of identity: numbers that wallets sign and codes that mails carry. */

export async function insertNonce(db: Database, row: typeof signInNonces.$inferInsert): Promise<void> {
  await db.insert(signInNonces).values(row);
}

type NonceSpend = { hash: string; purpose: ProofPurpose; holder: string; now: Date };

/** Spends a nonce. False when it is unknown, used, over, or another browser's. */
export async function spendNonce(db: Database, { hash, purpose, holder, now }: NonceSpend): Promise<boolean> {
  const rows = await db
    .update(signInNonces)
    .set({ usedAt: now })
    .where(
      and(
        ...[eq(signInNonces.hash, hash), eq(signInNonces.purpose, purpose), eq(signInNonces.holder, holder)],
        ...[isNull(signInNonces.usedAt), gt(signInNonces.expiresAt, now)],
      ),
    )
    .returning({ hash: signInNonces.hash });
  return rows.length === 1;
}

/** Lets one request for codes to an address run at a time, until the transaction ends. */
export async function lockAddress(tx: Tx, email: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(7302, hashtext(${email}))`);
}

/** The same for codes that are asked for from one network, for all addresses together. Taken after that of the address. */
export async function lockNetwork(tx: Tx, network: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(7304, hashtext(${network}))`);
}

type AskCount = { asked: number; oldest: Date | null };

/** `device: null`: those that strangers asked for. */
export type CodesOf = { network?: string; email?: string; purpose?: ProofPurpose; device?: string | null };

/** How many codes of this kind were asked for since a moment, and when the oldest of them. */
export async function countCodes(db: Queryable, { network, email, purpose, device }: CodesOf, since: Date) {
  const whose = [
    ...(network === undefined ? [] : [eq(signInCodes.network, network)]),
    ...(email === undefined ? [] : [eq(signInCodes.email, email)]),
    ...(purpose === undefined ? [] : [eq(signInCodes.purpose, purpose)]),
    ...(device === undefined ? [] : [device === null ? isNull(signInCodes.device) : eq(signInCodes.device, device)]),
  ];
  const [row] = await db
    .select({ asked: count(), oldest: min(signInCodes.createdAt) })
    .from(signInCodes)
    .where(and(...whose, gt(signInCodes.createdAt, since)));
  const none: AskCount = { asked: 0, oldest: null };
  return row ?? none;
}

/** Writes a code and ends those before it of the same holder. What others ask for in its name ends nobody's. */
export async function insertCode(tx: Tx, row: typeof signInCodes.$inferInsert): Promise<void> {
  const { email, purpose, holder } = row;
  const same = [eq(signInCodes.email, email), eq(signInCodes.purpose, purpose), eq(signInCodes.holder, holder)];
  await tx
    .update(signInCodes)
    .set({ endedAt: row.createdAt })
    .where(and(...same, isNull(signInCodes.endedAt)));
  await tx.insert(signInCodes).values(row);
}

type CodeTry = { purpose: ProofPurpose; email: string; holder: string; maxTries: number; now: Date };

/** Counts one try of the open code, before anybody knows whether it is right. Null where there is nothing to try. */
export async function takeTry(db: Database, { purpose, email, holder, maxTries, now }: CodeTry) {
  const open = db
    .select({ id: signInCodes.id })
    .from(signInCodes)
    .where(
      and(
        ...[eq(signInCodes.email, email), eq(signInCodes.purpose, purpose), eq(signInCodes.holder, holder)],
        ...[isNull(signInCodes.endedAt), gt(signInCodes.expiresAt, now)],
      ),
    )
    .orderBy(desc(signInCodes.id))
    .limit(1);
  const [row] = await db
    .update(signInCodes)
    .set({ tries: sql`${signInCodes.tries} + 1` })
    .where(and(sql`${signInCodes.id} = (${open})`, lt(signInCodes.tries, maxTries), isNull(signInCodes.endedAt)))
    .returning({ id: signInCodes.id, hash: signInCodes.hash, tries: signInCodes.tries });
  return row ?? null;
}

/** Uses a code up; false when another request just did. */
export async function endCode(db: Database, id: string, now: Date): Promise<boolean> {
  const rows = await db
    .update(signInCodes)
    .set({ endedAt: now })
    .where(and(eq(signInCodes.id, id), isNull(signInCodes.endedAt)))
    .returning({ id: signInCodes.id });
  return rows.length === 1;
}

/** Forgets proofs that ended before a moment. */
export async function deleteOldProofs(db: Database, before: Date): Promise<void> {
  await db.delete(signInNonces).where(lt(signInNonces.expiresAt, before));
  await db.delete(signInCodes).where(lt(signInCodes.expiresAt, before));
}
