import { and, asc, eq, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Database, Queryable, Tx } from '@/db/client';
import { breakers, deliveries, endpoints, merchants } from '@/db/schema';
import { refusedSinceTaken } from './refused-store';

/** SQL about the endpoints themselves; what is queued for them is in `store.ts`. */

export type Endpoint = typeof endpoints.$inferSelect;

const ofMerchant = (merchantId: string) => and(eq(endpoints.merchantId, merchantId), isNull(endpoints.deletedAt));

/** Lets one request at a time add endpoints of a merchant, so that their number can be counted before. */
export async function lockMerchant(tx: Tx, merchantId: string): Promise<void> {
  await tx.select({ id: merchants.id }).from(merchants).where(eq(merchants.id, merchantId)).for('no key update');
}

/** The endpoint that an earlier run of this very request made; a key from before `since` counts no more. */
export async function findByRequest(
  tx: Tx,
  { merchantId, requestKey, since }: { merchantId: string; requestKey: string; since: Date },
): Promise<Endpoint | null> {
  const made = and(eq(endpoints.merchantId, merchantId), eq(endpoints.requestKey, requestKey));
  await tx
    .update(endpoints)
    .set({ requestKey: null })
    .where(and(made, lt(endpoints.createdAt, since)));
  const [found] = await tx.select().from(endpoints).where(made);
  return found ?? null;
}

export async function insertEndpoint(tx: Tx, row: typeof endpoints.$inferInsert): Promise<Endpoint> {
  const [made] = await tx.insert(endpoints).values(row).returning();
  if (!made) throw new Error('The endpoint was not written');
  return made;
}

/** Null where the key has one already, also one that is being written now. */
export async function insertOfKey(tx: Tx, row: typeof endpoints.$inferInsert): Promise<Endpoint | null> {
  const [made] = await tx.insert(endpoints).values(row).onConflictDoNothing().returning();
  return made ?? null;
}

export function selectEndpoints(q: Queryable, merchantId: string): Promise<Endpoint[]> {
  return q.select().from(endpoints).where(ofMerchant(merchantId)).orderBy(asc(endpoints.id));
}

export async function findEndpoint(q: Queryable, merchantId: string, id: string): Promise<Endpoint | null> {
  const [found] = await q
    .select()
    .from(endpoints)
    .where(and(ofMerchant(merchantId), eq(endpoints.id, id)));
  return found ?? null;
}

/** The endpoint as it stays until the transaction ends: nobody else can change, rotate or delete it meanwhile. */
export async function lockEndpoint(tx: Tx, merchantId: string, id: string): Promise<Endpoint | null> {
  const [found] = await tx
    .select()
    .from(endpoints)
    .where(and(ofMerchant(merchantId), eq(endpoints.id, id)))
    .for('no key update');
  return found ?? null;
}

/** The ids of all endpoints that ever were the merchant's: their deliveries stay to be looked at. */
export async function everyEndpointId(q: Queryable, merchantId: string): Promise<string[]> {
  const rows = await q.select({ id: endpoints.id }).from(endpoints).where(eq(endpoints.merchantId, merchantId));
  return rows.map((row) => row.id);
}

export type EndpointChange = Partial<Omit<Endpoint, 'id' | 'merchantId' | 'dialect' | 'signing' | 'createdAt'>>;

/** Null where the merchant has no such endpoint. */
export async function changeEndpoint(
  tx: Tx,
  merchantId: string,
  id: string,
  change: EndpointChange,
): Promise<Endpoint | null> {
  const [changed] = await tx
    .update(endpoints)
    .set(change)
    .where(and(ofMerchant(merchantId), eq(endpoints.id, id)))
    .returning();
  return changed ?? null;
}

/** Forgets that an endpoint was failing, so that it is sent to at once. */
export async function closeBreaker(tx: Tx, merchantId: string, endpointId: string): Promise<void> {
  await tx.delete(breakers).where(and(eq(breakers.merchantId, merchantId), eq(breakers.endpointId, endpointId)));
}

/** Ends what an endpoint still had to get. An attempt that is under way is kept, but moves nothing any more. */
export async function callOffDeliveries(tx: Tx, merchantId: string, endpointId: string): Promise<void> {
  await tx
    .update(deliveries)
    .set({ status: 'exhausted', leaseUntil: null, leaseOwner: null })
    .where(
      and(
        eq(deliveries.merchantId, merchantId),
        eq(deliveries.endpointId, endpointId),
        eq(deliveries.status, 'pending'),
      ),
    );
}

/** Deliveries are counted up to here, so that looking at a long queue costs no more than at a short one. */
const maxCounted = 10_000;

export type Health = {
  failures: number;
  failingSince: Date | null;
  probeAt: Date | null;
  pending: number;
  exhausted: number;
  /** Messages since it last took one that it did not take, and since when. */
  refused: number;
  refusedSince: Date | null;
};

/** How each of these endpoints is doing. */
export async function readHealth(q: Database | Tx, ids: string[]): Promise<Map<string, Health>> {
  if (ids.length === 0) return new Map();
  const counted = (status: 'pending' | 'exhausted') => sql<number>`(
    select count(*)::int from (
      select from ${deliveries} where ${deliveries.endpointId} = ${endpoints.id} and ${deliveries.status} = ${status}
      limit ${maxCounted}) counted)`;
  const rows = await q
    .select({
      id: endpoints.id,
      failures: sql<number>`coalesce(${breakers.failures}, 0)`,
      failingSince: breakers.failingSince,
      probeAt: breakers.probeAt,
      pending: counted('pending'),
      exhausted: counted('exhausted'),
      refused: sql<number>`(select count(*)::int from ${refusedSinceTaken(sql`${endpoints.id}`)} refused)`,
      refusedSince: sql<Date | null>`(
        select min(started_at) from ${refusedSinceTaken(sql`${endpoints.id}`)} refused)`.mapWith(deliveries.startedAt),
    })
    .from(endpoints)
    .leftJoin(breakers, eq(breakers.endpointId, endpoints.id))
    .where(inArray(endpoints.id, ids));
  return new Map(rows.map(({ id, ...health }) => [id, health]));
}

/** Whether no real money is at stake for a merchant. */
export async function isTestMerchant(q: Queryable, merchantId: string): Promise<boolean> {
  const [found] = await q.select({ testMode: merchants.testMode }).from(merchants).where(eq(merchants.id, merchantId));
  return found?.testMode ?? false;
}
