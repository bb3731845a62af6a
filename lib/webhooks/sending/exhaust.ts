import type { Context } from '@/lib/access/actor';
import { log } from '@/lib/kernel/log';
import { exhaustOverdue } from '@/lib/webhooks/endpoints/breaker-store';
import { tellExhausted } from './tell-merchant';

const batch = 1000;

/**
 * Ends deliveries whose time is over while their endpoint was failing: behind an open breaker a long queue never uses
 * its tries up. Answers whether more may be overdue.
 */
export async function exhaust(ctx: Context): Promise<boolean> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const spent = await exhaustOverdue(tx, now, batch);
    if (!spent || spent.exhausted === 0) return false;
    const { endpointId, failingSince, exhausted } = spent;
    await tellExhausted(tx, endpointId, { count: exhausted, failingSince, now });
    log.warn(
      { endpoint: endpointId, exhausted },
      'Deliveries are exhausted: their endpoint has been failing all the time',
    );
    return true;
  });
}
