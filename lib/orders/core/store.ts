import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, lte, ne, notInArray, or, sql } from 'drizzle-orm';
import type { Queryable, Tx } from '@/db/client';
import { merchants, orders, payouts } from '@/db/schema';
import type { AccountKind } from '@/db/vocabulary/books';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { OrderStatus } from '@/db/vocabulary/orders';
import type { PayoutStatus } from '@/db/vocabulary/payouts';
import type { Promised } from '@/lib/ledger/promise';
import { railTerms } from '@/lib/rails/traits';
import { sellerPayment, sellerPaymentPrefix } from '@/lib/wire/order-flow';

export type Order = typeof orders.$inferSelect;
export type NewOrder = typeof orders.$inferInsert;

/** Rows are reached by tenant and id together, never by id alone. */
export type Key = { merchantId: string; id: string };

export async function findOrder(db: Queryable, { merchantId, id }: Key): Promise<Order | null> {
  const [row] = await db
    .select()
    .from(orders)
    .where(and(eq(orders.merchantId, merchantId), eq(orders.id, id)));
  return row ?? null;
}

export async function findOrderByReference(
  db: Queryable,
  merchantId: string,
  reference: string,
): Promise<Order | null> {
  const [row] = await db
    .select()
    .from(orders)
    .where(and(eq(orders.merchantId, merchantId), eq(orders.reference, reference)));
  return row ?? null;
}

/** The order that a hash is to fund, or has funded. */
export async function findOrderByPayIn(
  db: Queryable,
  merchantId: string,
  chain: ChainKey,
  hash: string,
): Promise<Order | null> {
  const [row] = await db
    .select()
    .from(orders)
    .where(
      and(
        ...[eq(orders.merchantId, merchantId), eq(orders.chain, chain), eq(orders.payInHash, hash)],
        ne(orders.status, 'cancelled'),
      ),
    );
  return row ?? null;
}

/** Of two that name one hash at once, the second one waits here and finds the first one's. */
export async function lockPayIn(tx: Tx, merchantId: string, chain: ChainKey, hash: string): Promise<void> {
  const name = `pay-in ${merchantId} ${chain}:${hash}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}

/** Of an order and a payment of its seller beside it, made at once, the second one waits here and finds the first one. */
export async function lockPurchase(tx: Tx, merchantId: string, reference: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`purchase ${merchantId} ${reference}`}, 0))`);
}

const givenUp: PayoutStatus[] = ['cancelled', 'expired'];

/** A payment of this purchase's seller that is no order's, and was paid or may still be. */
export async function findPaymentBeside(tx: Tx, merchantId: string, reference: string) {
  const from = sellerPaymentPrefix(reference);
  const [row] = await tx
    .select({ id: payouts.id, status: payouts.status })
    .from(payouts)
    .where(
      and(
        ...[eq(payouts.merchantId, merchantId), isNull(payouts.orderId), notInArray(payouts.status, givenUp)],
        sql`${payouts.reference} ~>=~ ${from} and ${payouts.reference} ~<~ ${`${from}\u{10FFFF}`}`,
        sql`${payouts.metadata} ->> 'payoutType' = ${sellerPayment}`,
      ),
    )
    .limit(1);
  return row ?? null;
}

/** Orders whose hash waits for the chain and was not looked at since then, those looked at longest ago first. */
export async function selectToFund(db: Queryable, chain: ChainKey, since: Date, limit: number): Promise<Order[]> {
  const waits = [eq(orders.status, 'awaiting_funds'), isNotNull(orders.payInHash), isNull(orders.payInFault)];
  return db
    .select()
    .from(orders)
    .where(and(eq(orders.chain, chain), ...waits, or(isNull(orders.payInCheckedAt), lte(orders.payInCheckedAt, since))))
    .orderBy(sql`${orders.payInCheckedAt} nulls first`)
    .limit(limit);
}

/** The payouts that one request made of an order since then: a repetition of it finds its own work. */
export async function selectPartsOf(tx: Tx, { merchantId, id }: Key, requestKey: string, since: Date) {
  return tx
    .select({ id: payouts.id, side: payouts.orderSide })
    .from(payouts)
    .where(
      and(
        ...[eq(payouts.merchantId, merchantId), eq(payouts.orderId, id), eq(payouts.requestKey, requestKey)],
        gt(payouts.createdAt, since),
      ),
    )
    .orderBy(asc(payouts.id));
}

export type OrderFilter = {
  merchantId: string;
  status?: OrderStatus;
  reference?: string;
  seller?: string;
  buyer?: string;
  chain?: ChainKey;
  symbol?: string;
  createdAfter?: Date;
  createdBefore?: Date;
  olderThan?: string;
  limit: number;
};

/** Newest first; the id is the key of the page, since ids sort by age. */
export async function selectOrders(db: Queryable, filter: OrderFilter): Promise<Order[]> {
  return db
    .select()
    .from(orders)
    .where(
      and(
        eq(orders.merchantId, filter.merchantId),
        filter.status && eq(orders.status, filter.status),
        filter.reference === undefined ? undefined : eq(orders.reference, filter.reference),
        filter.seller === undefined ? undefined : eq(orders.sellerId, filter.seller),
        filter.buyer === undefined ? undefined : eq(orders.buyerId, filter.buyer),
        filter.chain && eq(orders.chain, filter.chain),
        filter.symbol === undefined ? undefined : eq(orders.symbol, filter.symbol),
        filter.createdAfter && gt(orders.createdAt, filter.createdAfter),
        filter.createdBefore && lt(orders.createdAt, filter.createdBefore),
        filter.olderThan === undefined ? undefined : lt(orders.id, filter.olderThan),
      ),
    )
    .orderBy(desc(orders.id))
    .limit(filter.limit);
}

/** What an order's payouts are to it; the whole payout is a matter of lib/payouts. */
export type Part = Pick<
  typeof payouts.$inferSelect,
  'id' | 'orderId' | 'orderSide' | 'status' | 'gross' | 'net' | 'fee'
>;

/** By order, its payouts from the first to the last. */
export async function selectParts(
  db: Queryable,
  merchantId: string,
  ids: readonly string[],
): Promise<Map<string, Part[]>> {
  if (ids.length === 0) return new Map();
  const { id, orderId, orderSide, status, gross, net, fee } = payouts;
  const rows = await db
    .select({ id, orderId, orderSide, status, gross, net, fee })
    .from(payouts)
    .where(and(eq(payouts.merchantId, merchantId), inArray(payouts.orderId, [...ids])))
    .orderBy(asc(payouts.id));
  return Map.groupBy(rows, (row) => row.orderId ?? '');
}

/** What a merchant's orders hold, in the account of each rail. */
export async function selectHeld(db: Queryable, merchantId: string): Promise<Promised[]> {
  const accounts = Object.values(railTerms).map(({ id, books }) => sql`(${id}, ${books.escrow})`);
  const rows = await db.execute<{ chain: ChainKey; symbol: string; account: AccountKind; amount: string }>(sql`
    with kept (rail, account) as (values ${sql.join(accounts, sql`, `)})
    select chain, symbol, account, sum(held)::text as amount from orders join kept using (rail)
    where merchant_id = ${merchantId} and held > 0 group by 1, 2, 3`);
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) }));
}

export type UnevenOrder = {
  id: string;
  chain: ChainKey;
  symbol: string;
  account: AccountKind;
  booked: bigint;
  open: bigint;
};

/** The ledger's escrow account of each order, and what its payouts say, where these are not what its row says. */
export async function selectUneven(tx: Tx, merchantId: string): Promise<UnevenOrder[]> {
  const accounts = Object.values(railTerms).map(({ id, books }) => sql`(${id}, ${books.escrow})`);
  const rows = await tx.execute<Omit<UnevenOrder, 'booked' | 'open'> & { booked: string; open: string }>(sql`
    with kept (rail, account) as (values ${sql.join(accounts, sql`, `)}), own as (
      select o.*, kept.account from orders o join kept using (rail) where o.merchant_id = ${merchantId}
    ), lines as (
      select p.subject_id as id, sum(case when e.debit = own.account then e.amount when e.credit = own.account then -e.amount else 0 end) as booked
      from own join postings p on p.subject_id = own.id and p.subject_kind = 'order' and p.hash is null and p.reverses is null
      join entries e on e.posting_id = p.id group by 1
    ), paid as (
      select order_id as id,
        sum(gross) filter (where status in ('awaiting_approval', 'pending', 'processing')) as releasing,
        sum(gross) filter (where status in ('awaiting_approval', 'pending', 'processing') and order_side = 'refund') as refunding,
        sum(net) filter (where status = 'completed' and order_side = 'release') as released,
        sum(net) filter (where status = 'completed' and order_side = 'refund') as refunded,
        sum(fee) filter (where status = 'completed') as fees
      from payouts where merchant_id = ${merchantId} and order_id is not null group by 1
    )
    select own.id, chain, symbol, account, coalesce(lines.booked, 0)::text as booked,
      case when own.held <> coalesce(lines.booked, 0) then own.held else (own.funded - coalesce(paid.releasing, 0) - coalesce(paid.released, 0) - coalesce(paid.refunded, 0) - coalesce(paid.fees, 0)) end::text as open
    from own left join lines using (id) left join paid using (id)
    where (own.held, own.releasing, own.refunding, own.released, own.refunded, own.fees) is distinct from
        (coalesce(lines.booked, 0), coalesce(paid.releasing, 0), coalesce(paid.refunding, 0), coalesce(paid.released, 0),
         coalesce(paid.refunded, 0), coalesce(paid.fees, 0))`);
  return rows.map((row) => ({ ...row, booked: BigInt(row.booked), open: BigInt(row.open) }));
}

/** Looks once per merchant and never through all orders. */
export async function selectMerchantsWithOrders(db: Queryable): Promise<string[]> {
  const rows = await db
    .select({ id: merchants.id })
    .from(merchants)
    .where(sql`exists (select from orders o where o.merchant_id = "merchants"."id")`);
  return rows.map(({ id }) => id);
}
