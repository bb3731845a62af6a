import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { recordsOf } from '@/db/as-set';
import type { Tx } from '@/db/client';
import { redemptions, rewardPurses, rewards } from '@/db/schema';
import type { RewardStatus } from '@/db/vocabulary/rewards';
import { unchecked } from '@/lib/kernel/unchecked';
import { type Key, type NewReward, ofPurse, type Purse, type PurseKey, type Redemption, type Reward } from './store';

declare const locked: unique symbol;

/**
 * A purse whose row this transaction holds; so it also holds every reward and redemption of it. Where a payout is locked,
 * too, that comes first. Only the functions of this file make one.
 */
export type LockedPurse = Purse & { readonly [locked]: 'purse' };

function taken(row: Purse): LockedPurse {
  return unchecked(row, 'the statement that read this row has locked it');
}

/** Null when there is no such purse. */
export async function lockPurseIfThere(tx: Tx, key: PurseKey): Promise<LockedPurse | null> {
  const [row] = await tx.select().from(rewardPurses).where(ofPurse(key)).for('update');
  return row ? taken(row) : null;
}

export async function lockPurse(tx: Tx, key: PurseKey): Promise<LockedPurse> {
  const row = await lockPurseIfThere(tx, key);
  if (!row) throw new Error(`There is no purse of ${key.userUuid}`);
  return row;
}

/** What a reward is put down with; of a day of UTC. */
export type Arrival = { reward: NewReward; day: string; maxEarned: bigint | null };

/** Thrown to undo what was written beside a reward whose id another transaction wrote meanwhile: it was told before. */
export class WrittenMeanwhile extends Error {}

/**
 * Puts rewards of one source and day down and their coins into the purses, which are made where there are none, in one statement;
 * no purse and no id is there twice. Answers the status of each that is new: the others were told before. Once all rewards of a day
 * are above the cap, each is held, however small. One that comes after the first of a later day counts to that one.
 */
export async function insertRewards(tx: Tx, arrivals: readonly Arrival[]): Promise<Map<string, RewardStatus>> {
  const [first] = arrivals;
  if (!first) return new Map();
  const { day, maxEarned } = first;
  const fits = (today: SQL) => sql`(${maxEarned}::numeric is null or ${today} <= ${maxEarned}::numeric)`;
  const arrived = recordsOf(
    rewards,
    arrivals.map(({ reward }) => ({ ...reward, details: reward.details ?? {}, status: 'booked' as const })),
  );
  const today = sql`((case when p.earned_day >= excluded.earned_day then p.earned_today else 0 end) + excluded.earned_today)`;
  const intoCoins = sql`(case when ${fits(today)} then excluded.earned_today else 0 end)`;
  const own = sql`(case when ${fits(sql`coins`)} then coins else 0 end)`;
  // In one order, so that two who do this at once wait for each other and never crosswise.
  const rows = await tx.execute<{ purses: number; made: { id: string; status: RewardStatus }[] | null }>(sql`
    with arrived as (select * from ${arrived} where not exists (
      select from rewards known where known.source_id = r.source_id and known.trans_uuid = r.trans_uuid)
    ), purse as (
      insert into reward_purses as p (merchant_id, source_id, user_uuid, currency, earned, coins, held, earned_day, earned_today, redeemed_day, created_at, updated_at)
      select merchant_id, source_id, user_uuid, currency, ${own}, ${own}, coins - ${own}, ${day}, coins, ${day}, received_at, received_at
      from arrived order by user_uuid, currency
      on conflict (source_id, user_uuid, currency) do update set
        earned = p.earned + ${intoCoins}, coins = p.coins + ${intoCoins}, held = p.held + excluded.earned_today - ${intoCoins},
        earned_day = greatest(p.earned_day, excluded.earned_day), earned_today = ${today}, updated_at = excluded.updated_at
      returning source_id, user_uuid, currency, earned_today
    ), made as (
      insert into rewards (id, merchant_id, source_id, user_uuid, currency, trans_uuid, coins, status, device_id, sdk_app_id, details, received_at)
      select id, merchant_id, source_id, user_uuid, currency, trans_uuid, coins,
        case when ${fits(sql`earned_today`)} then 'booked' else 'held' end, device_id, sdk_app_id, details, received_at
      from purse join arrived using (source_id, user_uuid, currency)
      on conflict (source_id, trans_uuid) do nothing returning id, status
    )
    select (select count(*)::int from purse) as purses, (select json_agg(made) from made) as made`);
  const made = rows[0]?.made ?? [];
  if (made.length !== rows[0]?.purses) throw new WrittenMeanwhile('A reward of the same id was written meanwhile');
  return new Map(made.map(({ id, status }) => [id, status]));
}

/** A reward of a merchant with its purse, locked; null when there is none. */
export async function lockReward(
  tx: Tx,
  { merchantId, id }: Key,
): Promise<{ reward: Reward; purse: LockedPurse } | null> {
  const own = and(eq(rewards.merchantId, merchantId), eq(rewards.id, id));
  const [found] = await tx.select().from(rewards).where(own);
  if (!found) return null;
  const purse = await lockPurse(tx, found);
  // Read again: what was decided of it meanwhile was decided under the same lock.
  const [reward] = await tx.select().from(rewards).where(own);
  return reward ? { reward, purse } : null;
}

type RewardChange = Partial<Pick<Reward, 'status' | 'reversedAt'>>;

/** Of a reward whose purse this transaction has locked. */
export async function updateReward(tx: Tx, purse: LockedPurse, { id }: Reward, set: RewardChange): Promise<void> {
  await tx
    .update(rewards)
    .set(set)
    .where(and(eq(rewards.merchantId, purse.merchantId), eq(rewards.id, id)));
}

/** What is added to a purse, or taken from it where it is below zero. */
export type PurseChange = Partial<Record<'earned' | 'reversed' | 'spent' | 'held', bigint>>;

export async function changePurse(
  tx: Tx,
  purse: LockedPurse,
  change: PurseChange,
  { now, set = {} }: { now: Date; set?: Partial<Pick<Purse, 'redeemedDay' | 'redeemedToday'>> },
): Promise<LockedPurse> {
  const { earned = 0n, reversed = 0n, spent = 0n, held = 0n } = change;
  const sums = { earned: purse.earned + earned, reversed: purse.reversed + reversed, spent: purse.spent + spent };
  const coins = sums.earned - sums.reversed - sums.spent;
  const [row] = await tx
    .update(rewardPurses)
    .set({ ...set, ...sums, coins, held: purse.held + held, updatedAt: now })
    .where(ofPurse(purse))
    .returning();
  if (!row) throw new Error(`The purse of ${purse.userUuid} went although it was locked`);
  return taken(row);
}

export async function insertRedemption(
  tx: Tx,
  { merchantId, sourceId, userUuid, currency }: LockedPurse,
  row: Pick<Redemption, 'id' | 'coins' | 'createdAt'> & { requestKey?: string },
): Promise<Redemption> {
  const purse = { merchantId, sourceId, userUuid, currency };
  const [made] = await tx
    .insert(redemptions)
    .values({ ...purse, ...row, status: 'open', updatedAt: row.createdAt })
    .returning();
  if (!made) throw new Error('The redemption was not written');
  return made;
}

export async function findRedemption(tx: Tx, { merchantId, id }: Key): Promise<Redemption> {
  const [row] = await tx
    .select()
    .from(redemptions)
    .where(and(eq(redemptions.merchantId, merchantId), eq(redemptions.id, id)));
  if (!row) throw new Error(`There is no redemption ${id}`);
  return row;
}

const redemptionsOf = ({ merchantId, sourceId, userUuid, currency }: PurseKey) =>
  and(
    ...[eq(redemptions.merchantId, merchantId), eq(redemptions.sourceId, sourceId)],
    ...[eq(redemptions.userUuid, userUuid), eq(redemptions.currency, currency)],
  );

/** The redemption of a purse whose payout may still be paid. */
export async function findOpenRedemption(tx: Tx, purse: LockedPurse): Promise<Redemption | null> {
  const [row] = await tx
    .select()
    .from(redemptions)
    .where(and(redemptionsOf(purse), eq(redemptions.status, 'open')))
    .orderBy(desc(redemptions.id))
    .limit(1);
  return row ?? null;
}

/** Of a redemption whose purse this transaction has locked; counts its version up. */
export async function updateRedemption(
  tx: Tx,
  purse: LockedPurse,
  { id }: Redemption,
  status: Redemption['status'],
  now: Date,
): Promise<Redemption> {
  const [row] = await tx
    .update(redemptions)
    .set({ status, version: sql`${redemptions.version} + 1`, updatedAt: now })
    .where(and(redemptionsOf(purse), eq(redemptions.id, id)))
    .returning();
  if (!row) throw new Error(`The redemption ${id} went although its purse was locked`);
  return row;
}
