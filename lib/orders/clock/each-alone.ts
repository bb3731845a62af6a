import { log } from '@/lib/kernel/log';
import type { Key } from '@/lib/orders/core/store';

/** Does one thing to each order, so that one which cannot be done keeps no other from it. True where any was done. */
export async function eachAlone(orders: readonly Key[], work: (key: Key) => Promise<void>): Promise<boolean> {
  let done = 0;
  for (const key of orders) {
    try {
      await work(key);
      done += 1;
    } catch (error) {
      log.error({ order: key.id, err: error }, 'what is due of an order was not done; it is tried again');
    }
  }
  return done > 0;
}
