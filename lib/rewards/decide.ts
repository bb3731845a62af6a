import type { Tx } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { Refusal } from '@/lib/kernel/errors';
import { bookAdmitted, unbookCoins } from './core/books';
import { changePurse, type LockedPurse, lockReward, updateReward } from './core/locked-store';
import type { Reward } from './core/store';
import type { DecideRewardBody, RewardAnswer } from './schema';
import { presentReward } from './view';

type Decision = { status: 'booked' | 'reversed'; action: string; from: readonly Reward['status'][] };

async function decide(
  ctx: Context,
  id: string,
  { status, action, from }: Decision,
  apply: (tx: Tx, reward: Reward, purse: LockedPurse, now: Date) => Promise<LockedPurse>,
  because: string,
): Promise<RewardAnswer> {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  requireStepUp(ctx);
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const found = await lockReward(tx, { merchantId, id });
    if (!found) throw new Refusal('not_found');
    const { reward, purse } = found;
    if (reward.status === status) return presentReward(reward);
    if (!from.includes(reward.status)) {
      throw new Refusal('reward_state', { detail: `This reward is ${reward.status}.` });
    }
    const after = await apply(tx, reward, purse, now);
    const set = { status, reversedAt: status === 'reversed' ? now : null };
    await updateReward(tx, purse, reward, set);
    const detail = { user: reward.userUuid, currency: reward.currency, coins: reward.coins.toString(), words: because };
    const left = { ...detail, coins_left: after.coins.toString() };
    await audit(tx, ctx, { merchantId, action, subjectId: id, detail: left, now });
    return presentReward({ ...reward, ...set });
  });
}

/**
 * Takes a reward back, once: also where its coins are redeemed already, and then the user is below zero until they earn more.
 * Refuses: not_found, step-up.
 */
export async function reverseReward(ctx: Context, id: string, { reason }: DecideRewardBody): Promise<RewardAnswer> {
  const decision: Decision = { status: 'reversed', action: 'reward.reversed', from: ['booked', 'held'] };
  const apply = async (tx: Tx, reward: Reward, purse: LockedPurse, now: Date) => {
    const { coins, status } = reward;
    await unbookCoins(tx, reward, now);
    const held = status === 'held' ? -coins : 0n;
    // One that was held counts as earned and taken back, so that its user's sums show it.
    return changePurse(tx, purse, { reversed: coins, held, earned: -held }, { now });
  };
  return decide(ctx, id, decision, apply, reason);
}

/** Lets a reward in that a cap holds. Refuses: not_found, reward_state, step-up. */
export async function admitReward(ctx: Context, id: string, { reason }: DecideRewardBody): Promise<RewardAnswer> {
  const decision: Decision = { status: 'booked', action: 'reward.admitted', from: ['held'] };
  const apply = async (tx: Tx, reward: Reward, purse: LockedPurse, now: Date) => {
    await bookAdmitted(tx, reward, now);
    return changePurse(tx, purse, { earned: reward.coins, held: -reward.coins }, { now });
  };
  return decide(ctx, id, decision, apply, reason);
}
