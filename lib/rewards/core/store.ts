import { and, asc, desc, eq, gt, lt, sql } from 'drizzle-orm';
import type { Queryable } from '@/db/client';
import { merchants, payouts, redemptions, rewardPurses, rewards } from '@/db/schema';
import type { RewardStatus } from '@/db/vocabulary/rewards';
import type { Promised, Uneven } from '@/lib/ledger/promise';

export type Purse = typeof rewardPurses.$inferSelect;
export type Reward = typeof rewards.$inferSelect;
export type NewReward = Omit<typeof rewards.$inferInsert, 'status'>;
export type Redemption = typeof redemptions.$inferSelect;

/** What names a purse, with the merchant whose user it is. */
export type PurseKey = Pick<Purse, 'merchantId' | 'sourceId' | 'userUuid' | 'currency'>;

/** A merchant's thing by its id. */
export type Key = { merchantId: string; id: string };

/** How the books name coins of a currency: apart from every other asset of that name. */
export const symbolOf = (currency: string) => `coins:${currency}`;

export const ofPurse = ({ merchantId, sourceId, userUuid, currency }: PurseKey) =>
  and(
    ...[eq(rewardPurses.merchantId, merchantId), eq(rewardPurses.sourceId, sourceId)],
    ...[eq(rewardPurses.userUuid, userUuid), eq(rewardPurses.currency, currency)],
  );

/** Redemptions of a purse, whose key has an index; all of a merchant's may be millions. */
const ofThisPurse = and(
  eq(redemptions.sourceId, rewardPurses.sourceId),
  ...[eq(redemptions.userUuid, rewardPurses.userUuid), eq(redemptions.currency, rewardPurses.currency)],
);

const pursesOf = (merchantId: string, userUuid: string) =>
  and(eq(rewardPurses.merchantId, merchantId), eq(rewardPurses.userUuid, userUuid));

export function selectPursesOf(db: Queryable, merchantId: string, userUuid: string): Promise<Purse[]> {
  return db
    .select()
    .from(rewardPurses)
    .where(pursesOf(merchantId, userUuid))
    .orderBy(asc(rewardPurses.sourceId), asc(rewardPurses.currency));
}

/** Purses that changed last come first. */
export function selectPurses(db: Queryable, merchantId: string, limit: number): Promise<Purse[]> {
  return db
    .select()
    .from(rewardPurses)
    .where(eq(rewardPurses.merchantId, merchantId))
    .orderBy(desc(rewardPurses.updatedAt), desc(rewardPurses.userUuid))
    .limit(limit);
}

/** What a source told under this id before. */
export async function findTold(db: Queryable, sourceId: string, transUuid: string): Promise<Reward | null> {
  const [row] = await db
    .select()
    .from(rewards)
    .where(and(eq(rewards.sourceId, sourceId), eq(rewards.transUuid, transUuid)));
  return row ?? null;
}

export type RewardFilter = {
  merchantId: string;
  userUuid?: string;
  sourceId?: string;
  transUuid?: string;
  status?: RewardStatus;
  olderThan?: string;
  limit: number;
};

/** Newest first; the id is the key of the page, since ids sort by age. */
export function selectRewards(db: Queryable, filter: RewardFilter): Promise<Reward[]> {
  const { userUuid, sourceId, transUuid, status, olderThan } = filter;
  return db
    .select()
    .from(rewards)
    .where(
      and(
        eq(rewards.merchantId, filter.merchantId),
        userUuid === undefined ? undefined : eq(rewards.userUuid, userUuid),
        sourceId === undefined ? undefined : eq(rewards.sourceId, sourceId),
        transUuid === undefined ? undefined : eq(rewards.transUuid, transUuid),
        status && eq(rewards.status, status),
        olderThan === undefined ? undefined : lt(rewards.id, olderThan),
      ),
    )
    .orderBy(desc(rewards.id))
    .limit(filter.limit);
}

/** Redemptions of a user with their payouts, the newest first. */
export function selectRedemptionsOf(db: Queryable, merchantId: string, userUuid: string, limit: number) {
  const { id, status, gross, symbol, decimals } = payouts;
  return db
    .select({ redemption: redemptions, payout: { id, status, gross, symbol, decimals } })
    .from(rewardPurses)
    .innerJoin(redemptions, ofThisPurse)
    .innerJoin(payouts, eq(payouts.redemptionId, redemptions.id))
    .where(pursesOf(merchantId, userUuid))
    .orderBy(desc(redemptions.id))
    .limit(limit);
}

/** The open redemptions of a user with their payouts, however long ago they were made: one of each purse at most. */
export function selectOpenOf(db: Queryable, merchantId: string, userUuid: string) {
  return db
    .select({ redemption: redemptions, payoutId: payouts.id })
    .from(rewardPurses)
    .innerJoin(redemptions, ofThisPurse)
    .innerJoin(payouts, eq(payouts.redemptionId, redemptions.id))
    .where(and(pursesOf(merchantId, userUuid), eq(redemptions.status, 'open')));
}

/** What names a request of a user, and since when it may have been made. */
export type RequestOfUser = Pick<Purse, 'merchantId' | 'userUuid'> & { requestKey: string; since: Date };

/** The redemption that an earlier run of this very request made, of whichever coins. */
export async function findRedemptionByRequest(db: Queryable, request: RequestOfUser): Promise<Redemption | null> {
  const { merchantId, userUuid, requestKey, since } = request;
  const [row] = await db
    .select({ redemption: redemptions })
    .from(rewardPurses)
    .innerJoin(redemptions, ofThisPurse)
    .where(
      and(
        ...[pursesOf(merchantId, userUuid), eq(redemptions.requestKey, requestKey)],
        gt(redemptions.createdAt, since),
      ),
    )
    .orderBy(desc(redemptions.id))
    .limit(1);
  return row?.redemption ?? null;
}

export async function findPayoutOf(db: Queryable, { merchantId, id }: Key): Promise<string | null> {
  const [row] = await db
    .select({ id: payouts.id })
    .from(payouts)
    .where(and(eq(payouts.merchantId, merchantId), eq(payouts.redemptionId, id)));
  return row?.id ?? null;
}

/** What the books must keep for a merchant's users: the coins of all purses, and what caps hold. */
export async function selectCoins(db: Queryable, merchantId: string): Promise<Promised[]> {
  const rows = await db.execute<{ currency: string; coins: string; held: string }>(sql`
    select currency, sum(coins)::text as coins, sum(held)::text as held from reward_purses
    where merchant_id = ${merchantId} group by 1`);
  return rows.flatMap(({ currency, coins, held }) => {
    const asset = { chain: null, symbol: symbolOf(currency) };
    return [
      { ...asset, account: 'coins' as const, amount: BigInt(coins) },
      { ...asset, account: 'coins_held' as const, amount: BigInt(held) },
    ];
  });
}

/** Purses whose own postings, or whose rewards and redemptions, do not come to what their rows say. */
export async function selectUnevenPurses(db: Queryable, merchantId: string): Promise<Uneven[]> {
  const rows = await db.execute<{ currency: string; booked: string; open: string }>(sql`
    with purses as (
      select source_id, user_uuid, currency, earned, reversed, spent, coins, held from reward_purses where merchant_id = ${merchantId}
    ), told as (
      select source_id, user_uuid, currency,
        coalesce(sum(coins) filter (where status <> 'held'), 0) as earned,
        coalesce(sum(coins) filter (where status = 'reversed'), 0) as reversed,
        coalesce(sum(coins) filter (where status = 'held'), 0) as held
      from rewards where merchant_id = ${merchantId} group by 1, 2, 3
    ), used as (
      select source_id, user_uuid, currency, coalesce(sum(coins) filter (where status <> 'returned'), 0) as spent
      from redemptions where merchant_id = ${merchantId} group by 1, 2, 3
    ), subjects as (
      select id, source_id, user_uuid, currency from rewards where merchant_id = ${merchantId}
      union all select id, source_id, user_uuid, currency from redemptions where merchant_id = ${merchantId}
    ), lines as (
      select source_id, user_uuid, currency,
        sum(case when e.debit = 'coins' then e.amount when e.credit = 'coins' then -e.amount else 0 end) as coins,
        sum(case when e.debit = 'coins_held' then e.amount when e.credit = 'coins_held' then -e.amount else 0 end) as held
      from subjects s join postings p on p.subject_id = s.id join entries e on e.posting_id = p.id group by 1, 2, 3
    )
    select currency, (coalesce(lines.coins, 0) + coalesce(lines.held, 0))::text as booked, (p.coins + p.held)::text as open
    from purses p left join told using (source_id, user_uuid, currency) left join used using (source_id, user_uuid, currency)
      left join lines using (source_id, user_uuid, currency)
    where (p.coins, p.held) is distinct from (coalesce(lines.coins, 0), coalesce(lines.held, 0))
      or (p.earned, p.reversed, p.held, p.spent) is distinct from
        (coalesce(told.earned, 0), coalesce(told.reversed, 0), coalesce(told.held, 0), coalesce(used.spent, 0))`);
  return rows.map(({ currency, booked, open }) => ({
    ...{ chain: null, symbol: symbolOf(currency), account: 'coins' as const },
    ...{ booked: BigInt(booked), open: BigInt(open) },
  }));
}

/** Looks once per merchant and never through all purses. */
export async function selectMerchantsWithPurses(db: Queryable): Promise<string[]> {
  const rows = await db
    .select({ id: merchants.id })
    .from(merchants)
    .where(sql`exists (select from reward_purses p where p.merchant_id = "merchants"."id")`);
  return rows.map(({ id }) => id);
}
