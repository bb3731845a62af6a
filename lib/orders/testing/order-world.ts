import { expect } from 'vitest';
import { demoAccount } from '@/demo/accounts';
import type { Context } from '@/lib/access/actor';
import { checkMerchant } from '@/lib/ledger/checks/check';
import { rollUpBalances } from '@/lib/ledger/roll-up';
import { createOrder } from '@/lib/orders/create';
import { createOrderBody } from '@/lib/orders/schema';
import type { testWorld } from '@/lib/payouts/testing/world';

type World = ReturnType<typeof testWorld>;

/** What a test of orders needs of the world of payouts. */
export function orderWorld(world: World) {
  const state = { references: 0 };

  function bodyOf(given: Record<string, unknown> = {}) {
    state.references += 1;
    return createOrderBody.parse({
      ...{ reference: `purchase-${state.references}`, amount: '100.00', asset: 'USDT', chain: 'local' },
      buyer: { id: 'buyer-1', contact: 'buyer@example.com' },
      seller: { id: 'seller-1', address: demoAccount('customer').address, contact: 'seller@example.com' },
      pay_in: { reference: 'shop-says-so' },
      ...given,
    });
  }

  return {
    bodyOf,
    newOrder: (given: Record<string, unknown> = {}, ctx: Context = world.merchant()) => createOrder(ctx, bodyOf(given)),
    /** The ledger's own check finds nothing, and nothing of any order is lost or made. */
    async expectRightBooks(): Promise<void> {
      await rollUpBalances(world.system());
      expect((await checkMerchant(world.system(), world.merchantId)).faults).toEqual([]);
    },
    events: async (id: string) => {
      const rows = await world.database.sql`select type from events where subject_id = ${id} order by position`;
      return rows.map(({ type }) => type);
    },
  };
}
