import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { Refusal } from '@/lib/kernel/errors';
import { refuseClosing } from '@/lib/stops/refuse-stopped';
import type { OrderAnswer } from '@/lib/wire/order';
import type { LockedOrder } from './core/locked-store';
import { moveOrder } from './core/move';
import { findOrderByPayIn, lockPayIn, type NewOrder } from './core/store';
import type { FundOrderBody } from './schema';
import { withOrder } from './with-order';

/**
 * Funds an order by the merchant's word, or names the hash that the chain is asked about: then it is funded once a final block
 * shows it. Refuses: not_found, order_state, pay_in_taken, merchant_suspended, step-up.
 */
export async function fundOrder(ctx: Context, id: string, { pay_in }: FundOrderBody): Promise<OrderAnswer> {
  const hash = pay_in?.hash?.toLowerCase();
  return withOrder(ctx, id, {
    verb: 'fund',
    isSo: (order) => order.funded > 0n && (hash === undefined || order.payInHash === hash),
    change: async (tx, order) => {
      await refuseClosing(tx, order.merchantId);
      const payInReference = pay_in?.reference ?? order.payInReference;
      if (hash === undefined) return fundLocked(tx, ctx, order, 'merchant', { payInReference, payInFault: null });
      const isNamed = hash === order.payInHash && payInReference === order.payInReference;
      // Named once more, one that spoke against itself is looked at again: what is ours may be known by now.
      if (isNamed && order.payInFault === null) return order;
      await refuseTaken(tx, order, hash);
      const set = { payInReference, payInHash: hash, payInFault: null, payInCheckedAt: null };
      return moveOrder(tx, ctx, order, { action: 'pay_in_named', set, detail: { hash } });
    },
  });
}

/** Keeps an order's whole amount for it; `by` whose word it is that the buyer paid. */
export async function fundLocked(
  tx: Tx,
  ctx: Context,
  order: LockedOrder,
  by: 'merchant' | 'chain',
  set: Partial<NewOrder> = {},
): Promise<LockedOrder> {
  const { amount } = order;
  return moveOrder(tx, ctx, order, {
    action: 'funded',
    set: { ...set, fundedAt: ctx.clock.now() },
    sums: { funded: amount, held: amount },
    detail: { by },
  });
}

/** One hash funds one order. Refuses: pay_in_taken. */
export async function refuseTaken(
  tx: Tx,
  { id, merchantId, chain }: Pick<NewOrder, 'id' | 'merchantId' | 'chain'>,
  hash: string,
): Promise<void> {
  await lockPayIn(tx, merchantId, chain, hash);
  const other = await findOrderByPayIn(tx, merchantId, chain, hash);
  if (!other || other.id === id) return;
  const extra = { order_id: other.id };
  const detail = `This transfer is named as the pay-in of "${other.reference}".`;
  throw new Refusal('pay_in_taken', { field: 'pay_in.hash', detail, extra });
}
