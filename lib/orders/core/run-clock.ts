import type { FreezeReason } from '@/db/vocabulary';
import type { Order } from './store';

type Clock = Pick<Order, 'autoReleaseAt' | 'frozenSince' | 'frozenFor' | 'remainingSeconds'>;

/**
 * The time until an order is released by itself, after a change: it runs from the delivery on while something is held, nothing
 * freezes it and no dispute was decided; it stops with what is left, to the second, and goes on with that.
 */
export function runClock(order: Order, now: Date): Clock {
  const { frozenFor, autoReleaseAt, remainingSeconds } = order;
  const frozenSince = frozenFor.length > 0 ? (order.frozenSince ?? now) : null;
  const runs = order.deliveredAt !== null && order.held > 0n && frozenSince === null && order.resolvedAt === null;
  if (runs) {
    const left = remainingSeconds ?? order.graceSeconds;
    const until = autoReleaseAt ?? new Date(now.getTime() + left * 1000);
    return { autoReleaseAt: until, frozenSince, frozenFor, remainingSeconds: null };
  }
  const left = autoReleaseAt ? Math.max(0, Math.ceil((autoReleaseAt.getTime() - now.getTime()) / 1000)) : null;
  return { autoReleaseAt: null, frozenSince, frozenFor, remainingSeconds: left ?? remainingSeconds };
}

export function withReason(frozenFor: readonly FreezeReason[], reason: FreezeReason): FreezeReason[] {
  return [...frozenFor.filter((one) => one !== reason), reason];
}

export function withoutReasons(frozenFor: readonly FreezeReason[], ...reasons: FreezeReason[]): FreezeReason[] {
  return frozenFor.filter((one) => !reasons.includes(one));
}
