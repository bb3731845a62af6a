import { and, asc, eq, isNull, lt } from 'drizzle-orm';
import type { Database, Queryable, Tx } from '@/db/client';
import { gateways, sources } from '@/db/schema';
import type { Dialect } from '@/db/vocabulary/webhooks';

/** SQL about those who tell us things; what they told is in `message-store.ts`. */

export type Source = typeof sources.$inferSelect;

const ofMerchant = (merchantId: string) => and(eq(sources.merchantId, merchantId), isNull(sources.deletedAt));

export async function insertSource(tx: Tx, row: typeof sources.$inferInsert): Promise<Source> {
  const [made] = await tx.insert(sources).values(row).returning();
  if (!made) throw new Error('The source was not written');
  return made;
}

/** The source that an earlier run of this very request made; a key from before `since` counts no more. */
export async function findSourceByRequest(
  tx: Tx,
  { merchantId, requestKey, since }: { merchantId: string; requestKey: string; since: Date },
): Promise<Source | null> {
  const made = and(eq(sources.merchantId, merchantId), eq(sources.requestKey, requestKey));
  await tx
    .update(sources)
    .set({ requestKey: null })
    .where(and(made, lt(sources.createdAt, since)));
  const [found] = await tx.select().from(sources).where(made);
  return found ?? null;
}

export function selectSources(q: Queryable, merchantId: string): Promise<Source[]> {
  return q.select().from(sources).where(ofMerchant(merchantId)).orderBy(asc(sources.id));
}

export async function findSource(q: Queryable, merchantId: string, id: string): Promise<Source | null> {
  const [found] = await q
    .select()
    .from(sources)
    .where(and(ofMerchant(merchantId), eq(sources.id, id)));
  return found ?? null;
}

/** What proves a message now: its secret, and the one before while it is being replaced. Sealed. */
export function secretsOf({ secret, formerSecret, formerUntil }: Source, now: Date): string[] {
  return formerSecret && formerUntil && formerUntil > now ? [secret, formerSecret] : [secret];
}

/** The gateway that tells what became of payouts by this source, while it pays; null for any other source. */
export async function findGatewayBehind(tx: Tx, merchantId: string, sourceId: string): Promise<string | null> {
  const [found] = await tx
    .select({ id: gateways.id })
    .from(gateways)
    .where(and(eq(gateways.merchantId, merchantId), eq(gateways.sourceId, sourceId), eq(gateways.state, 'active')));
  return found?.id ?? null;
}

export async function lockSource(tx: Tx, merchantId: string, id: string): Promise<Source | null> {
  const [found] = await tx
    .select()
    .from(sources)
    .where(and(ofMerchant(merchantId), eq(sources.id, id)))
    .for('update');
  return found ?? null;
}

type NewSecret = Pick<Source, 'secret' | 'formerSecret' | 'formerUntil' | 'replacementKey'>;

/** Of a source that this transaction has locked. */
export async function writeSecret(tx: Tx, { merchantId, id }: Source, change: NewSecret): Promise<Source> {
  const [changed] = await tx
    .update(sources)
    .set(change)
    .where(and(ofMerchant(merchantId), eq(sources.id, id)))
    .returning();
  if (!changed) throw new Error('The source was not written');
  return changed;
}

/** False where the merchant has no such source. */
export async function markSourceDeleted(tx: Tx, merchantId: string, id: string, now: Date): Promise<boolean> {
  const rows = await tx
    .update(sources)
    .set({ deletedAt: now })
    .where(and(ofMerchant(merchantId), eq(sources.id, id)))
    .returning({ id: sources.id });
  return rows.length === 1;
}

/** Whom a message at this address is from: the address alone says so, before anything is proved. */
export async function findSourceAt(db: Database, dialect: Dialect, id: string): Promise<Source | null> {
  const [found] = await db
    .select()
    .from(sources)
    .where(and(eq(sources.id, id), eq(sources.dialect, dialect), isNull(sources.deletedAt)));
  return found ?? null;
}
