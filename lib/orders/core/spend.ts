import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { type PaidTo, spendByKey } from '@/lib/access/policies/spend';
import type { LockedOrder } from './locked-store';
import type { Order } from './store';

/** What a key lets leave that starts the time after which an order pays by itself, or says whom it pays: all that it can still pay. */
export async function spendOrder(
  tx: Tx,
  ctx: Context,
  order: LockedOrder,
  to: PaidTo = sellerOf(order),
  fields: { address?: string } = {},
): Promise<void> {
  const { chain, symbol, decimals, funded, held, releasing, id: orderId } = order;
  const amount = funded > 0n ? held + releasing : order.amount;
  if (amount > 0n) await spendByKey(tx, ctx, { chain, symbol, decimals, amount, to, fields }, { orderId });
}

export function sellerOf({ sellerAddress, sellerEmail }: Pick<Order, 'sellerAddress' | 'sellerEmail'>): PaidTo {
  if (sellerAddress) return { type: 'wallet', address: sellerAddress };
  return sellerEmail ? { type: 'email', email: sellerEmail } : null;
}
