import { and, asc, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { orders, vaults } from '@/db/schema';
import { byChance, turnOf } from '@/db/turns';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { RailId } from '@/db/vocabulary/payouts';
import type { Key, Order } from '@/lib/orders/core/store';
import type { Vault } from '@/lib/payouts/store';
import { portalRails, vaultRails } from '@/lib/rails/traits';
import { isGoing } from '@/lib/stops/store';

/** Which orders the clock has something to do with, each by an index of its own. */

function keysWhere(db: Queryable, where: SQL | undefined, limit: number, ...by: SQL[]): Promise<Key[]> {
  return db
    .select({ merchantId: orders.merchantId, id: orders.id })
    .from(orders)
    .where(where)
    .orderBy(...by)
    .limit(limit);
}

/** An order that is due, with what orders have in common that are released together. */
export type Due = Key & Pick<Order, 'rail' | 'chain' | 'symbol'>;

/**
 * Orders whose time is over, by turns of what their merchants owe by each rail and in each asset: what waits until a fee can be
 * worked out stands before nothing else. Where there is no room for a turn, chance decides.
 */
export async function selectDueOrders(db: Queryable, now: Date, limit: number): Promise<Due[]> {
  const { merchantId, id, rail, chain, symbol, autoReleaseAt } = orders;
  const turn = turnOf(sql`${merchantId}, ${rail}, ${chain}, ${symbol}`, autoReleaseAt);
  return db
    .select({ merchantId, id, rail, chain, symbol })
    .from(orders)
    .where(and(lte(autoReleaseAt, now), isGoing(orders)))
    .orderBy(turn, byChance)
    .limit(limit);
}

/**
 * Orders that are released before `soon` and were not announced so far: for the first time (`last` null), or a second time
 * after the one of `last` days.
 */
export async function selectToAnnounce(
  db: Queryable,
  { soon, last }: { soon: Date; last: number | null },
  limit: number,
): Promise<Key[]> {
  const told = last === null ? isNull(orders.announcedDays) : eq(orders.announcedDays, last);
  return keysWhere(db, and(lte(orders.autoReleaseAt, soon), told), limit, asc(orders.autoReleaseAt).getSQL());
}

/** Orders whose sides were not written to since they came to their status, the longest waiting first. */
export async function selectUntoldOrders(db: Queryable, limit: number): Promise<Key[]> {
  const untold = sql`${orders.toldStatus} is distinct from ${orders.status}`;
  return keysWhere(db, untold, limit, asc(orders.updatedAt).getSQL());
}

export async function selectLongDisputes(db: Queryable, now: Date, limit: number): Promise<Key[]> {
  const open = and(isNotNull(orders.disputedAt), isNull(orders.disputeAlarmedAt));
  return keysWhere(db, and(open, lte(orders.disputeDeadlineAt, now)), limit, asc(orders.disputeDeadlineAt).getSQL());
}

export async function selectDueAddresses(db: Queryable, now: Date, limit: number): Promise<Key[]> {
  return keysWhere(db, lte(orders.pendingAddressUntil, now), limit, asc(orders.pendingAddressUntil).getSQL());
}

/** What orders are kept in whose time runs, or stands still for want of cover: a vault, or the wallet of a gateway. */
export type Kept = {
  merchantId: string;
  rail: RailId;
  chain: ChainKey;
  symbol: string;
  token: string;
  vault: Vault | null;
};

const runs = isNotNull(orders.autoReleaseAt);
const isUncovered = and(isNotNull(orders.frozenSince), sql`'no_cover' = any(${orders.frozenFor})`);

/** Orders that a member pays by hand are none of them: what their wallets hold is not known here. */
export async function selectKept(db: Queryable, chain: ChainKey): Promise<Kept[]> {
  const { merchantId, rail, symbol, token } = orders;
  const kept = db
    .selectDistinct({ merchantId, rail, symbol, token })
    .from(orders)
    .where(and(eq(orders.chain, chain), inArray(rail, [...vaultRails(), ...portalRails()]), or(runs, isUncovered)))
    .as('kept');
  const rows = await db
    .select({ merchantId: kept.merchantId, rail: kept.rail, symbol: kept.symbol, token: kept.token, vault: vaults })
    .from(kept)
    .leftJoin(vaults, and(eq(vaults.merchantId, kept.merchantId), eq(vaults.chain, chain)));
  return rows.map((row) => ({ ...row, chain }));
}

const keptIn = ({ merchantId, rail, chain, symbol }: Kept) =>
  and(
    ...[eq(orders.merchantId, merchantId), eq(orders.chain, chain)],
    ...[eq(orders.symbol, symbol), eq(orders.rail, rail)],
  );

/** Running orders that hold more than can be paid at once. */
export async function selectBeyondCover(db: Queryable, kept: Kept, payable: bigint, limit: number): Promise<Key[]> {
  return keysWhere(db, and(keptIn(kept), runs, gt(orders.held, payable)), limit, asc(orders.id).getSQL());
}

/** Orders that stand still for want of cover, and that can be paid again. */
export async function selectCoveredAgain(db: Queryable, kept: Kept, payable: bigint, limit: number): Promise<Key[]> {
  return keysWhere(db, and(keptIn(kept), isUncovered, lte(orders.held, payable)), limit, asc(orders.id).getSQL());
}
