import { beforeAll, expect } from 'vitest';
import { scopes } from '@/db/vocabulary/people';
import type { Context } from '@/lib/access/actor';
import type { TestMerchant, testPortal } from '@/lib/http/testing/test-portal';
import type { Clock } from '@/lib/kernel/clock';
import { checkMerchant } from '@/lib/ledger/checks/check';
import { rollUpBalances } from '@/lib/ledger/roll-up';
import { receiveReward } from '@/lib/rewards/receive';
import { redeemCoins } from '@/lib/rewards/redeem';
import { redeemBody } from '@/lib/rewards/schema';
import { viewRewardUser } from '@/lib/rewards/view';
import { earn, newRewardSource, queryOf, type Values } from './earn';

/** What a test of rewards needs: a merchant with a vault, sources, and callbacks that prove themselves. */
export function rewardDesk(portal: ReturnType<typeof testPortal>) {
  const state: { merchant?: TestMerchant; users: number; shiftMs: number } = { users: 0, shiftMs: 0 };
  const clock: Clock = { now: () => new Date(Date.now() + state.shiftMs) };
  const context = (actor: Context['actor']): Context => ({ db: portal.db, clock, actor, requestId: 'req_test' });
  const owner = () => state.merchant ?? expect.unreachable();
  const merchant = (): Context => {
    const { keyId, merchantId } = owner();
    return context({ kind: 'api_key', keyId, merchantId, scopes });
  };
  beforeAll(async () => {
    state.merchant = await portal.newMerchant();
  });

  const newSource = (given: Record<string, unknown> = {}) => newRewardSource(merchant(), given);

  function newUser(): string {
    state.users += 1;
    return `user-${state.users}`;
  }

  const tell = (source: { id: string }, values: Values, names: Values = {}) =>
    receiveReward(context({ kind: 'claimant' }), { params: { source: source.id }, search: queryOf(values, names) });

  /** A user with coins of a source. */
  async function earner(source: { id: string }, coins: number, given: Values = {}): Promise<string> {
    const user = newUser();
    await earn(context({ kind: 'claimant' }), source, { user_uuid: user, coin_amount: String(coins), ...given });
    return user;
  }

  return {
    ...{ owner, merchant, context, newSource, newUser, tell, earner },
    view: (user: string) => viewRewardUser(merchant(), user),
    redeem: (user: string, given: Record<string, unknown> = {}, ctx = merchant()) =>
      redeemCoins(ctx, user, redeemBody.parse(given)),
    /** The coins of a user's only purse. */
    coinsOf: async (user: string) => (await viewRewardUser(merchant(), user)).purses.map(({ coins }) => coins).join(),
    passTime: (seconds: number) => {
      state.shiftMs += seconds * 1000;
    },
    /** The ledger's own check finds nothing: no coin of any user is lost or made. */
    async expectRightBooks(): Promise<void> {
      const system = context({ kind: 'system', job: 'test' });
      await rollUpBalances(system);
      expect((await checkMerchant(system, owner().merchantId)).faults).toEqual([]);
    },
  };
}
