import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { deliveries, endpoints } from '@/db/schema';

/** SQL about the endpoints themselves; what is queued for them is in `store.ts`. */

export type Endpoint = typeof endpoints.$inferSelect;

const ofMerchant = (merchantId: string) => and(eq(endpoints.merchantId, merchantId), isNull(endpoints.deletedAt));

export async function insertEndpoint(tx: Tx, row: typeof endpoints.$inferInsert): Promise<Endpoint> {
  const [made] = await tx.insert(endpoints).values(row).returning();
  if (!made) throw new Error('The endpoint was not written');
  return made;
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

export type EndpointChange = Partial<Pick<Endpoint, 'url' | 'events' | 'description' | 'status' | 'deletedAt'>>;

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
