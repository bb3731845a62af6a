import { type Context, requirePermission } from '@/lib/access/actor';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount } from '@/lib/kernel/money';
import { cursorAt, readCursor } from '@/lib/kernel/page-cursor';
import {
  type Purse,
  type Reward,
  selectOpenOf,
  selectPurses,
  selectPursesOf,
  selectRedemptionsOf,
  selectRewards,
} from './core/store';
import type {
  ListedPurse,
  ListRewardsQuery,
  PurseAnswer,
  RedemptionAnswer,
  RewardAnswer,
  RewardPage,
  RewardUserAnswer,
} from './schema';
import { findDecimals, findRewardSource } from './source-store';
import { worthOf } from './worth';

const maxRedemptions = 50;
const maxPurses = 100;

export function presentReward(reward: Reward): RewardAnswer {
  const { id, sourceId: source, transUuid, userUuid: user, currency, coins, status, details } = reward;
  return {
    ...{ id, source, trans_uuid: transUuid, user, currency, coins: coins.toString(), status, details },
    ...{ received_at: reward.receivedAt.toISOString(), reversed_at: reward.reversedAt?.toISOString() ?? null },
  };
}

/** What came in, the newest first; one reward by its source and `trans_uuid`. */
export async function listRewards(ctx: Context, query: ListRewardsQuery): Promise<RewardPage> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const { user, source, trans_uuid: transUuid, status, cursor, limit } = query;
  const rows = await selectRewards(ctx.db, {
    ...{ merchantId, userUuid: user, sourceId: source, transUuid: transUuid?.toLowerCase(), status },
    olderThan: cursor === undefined ? undefined : readCursor('reward', cursor),
    limit: limit + 1,
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { data: page.map(presentReward), next_cursor: rows.length > page.length && last ? cursorAt(last.id) : null };
}

type Redeemed = Awaited<ReturnType<typeof selectRedemptionsOf>>[number];

function presentRedemption({ redemption, payout }: Redeemed): RedemptionAnswer {
  const { id, sourceId: source, currency, coins, status, createdAt } = redemption;
  const amount = formatAmount(payout.gross, payout.decimals);
  return {
    ...{ id, source, currency, coins: coins.toString(), status },
    payout: { id: payout.id, status: payout.status, amount, asset: payout.symbol },
    created_at: createdAt.toISOString(),
  };
}

/** Purses that changed last, for the desk. */
export async function listPurses(ctx: Context): Promise<ListedPurse[]> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const rows = await selectPurses(ctx.db, merchantId, maxPurses);
  return rows.map(({ userUuid: user, sourceId: source, currency, coins, held, updatedAt }) => ({
    ...{ user, source, currency, coins: coins.toString(), held: held.toString(), updated_at: updatedAt.toISOString() },
  }));
}

/** What a user has of each kind of coins, what that is worth now, and what was redeemed. Refuses: not_found. */
export async function viewRewardUser(ctx: Context, user: string): Promise<RewardUserAnswer> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  const purses = await selectPursesOf(ctx.db, merchantId, user);
  if (purses.length === 0) throw new Refusal('not_found', { detail: 'This user has earned nothing here.' });
  const [rows, open] = await Promise.all([
    selectRedemptionsOf(ctx.db, merchantId, user, maxRedemptions),
    selectOpenOf(ctx.db, merchantId, user),
  ]);
  const presented = await Promise.all(purses.map((purse) => presentPurse(ctx, purse, open)));
  return { user, purses: presented, redemptions: rows.map(presentRedemption) };
}

type Open = Awaited<ReturnType<typeof selectOpenOf>>;

async function presentPurse(ctx: Context, purse: Purse, all: Open): Promise<PurseAnswer> {
  const { merchantId, sourceId, currency } = purse;
  const source = await findRewardSource(ctx.db, merchantId, sourceId);
  const decimals = source && (await findDecimals(ctx.db, source.chain, source.symbol));
  if (!source || decimals === null) throw new Error(`The source ${sourceId} pays out nothing`);
  const worth = worthOf(purse.coins, { ...source, decimals });
  const open = all.find(({ redemption: one }) => one.sourceId === sourceId && one.currency === currency);
  const { coins, earned, reversed, spent, held } = purse;
  return {
    ...{ source: sourceId, currency, coins: coins.toString(), earned: earned.toString() },
    ...{ reversed: reversed.toString(), redeemed: spent.toString(), held: held.toString() },
    worth: {
      ...{ amount: formatAmount(worth.amount, decimals), asset: source.symbol, chain: source.chain },
      coins: worth.coins.toString(),
    },
    minimum_coins: source.minimumCoins.toString(),
    open_redemption: open?.payoutId ?? null,
  };
}
