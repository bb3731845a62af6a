import type { FreezeReason } from '@/db/vocabulary/orders';
import type { Order } from './store';

type Facts = Clock & Pick<Order, 'deliveredAt' | 'held' | 'resolvedAt' | 'graceSeconds'>;
type Clock = Pick<Order, 'autoReleaseAt' | 'frozenSince' | 'frozenFor' | 'remainingMs'>;

/**
 * The time until an order is released by itself, after a change: it runs from the delivery on while something is held, nothing
 * freezes it and no dispute was decided; it stops with exactly what is left, and goes on with that.
 */
export function runClock(order: Facts, now: Date): Clock {
  const { frozenFor, autoReleaseAt, remainingMs } = order;
  const frozenSince = frozenFor.length > 0 ? (order.frozenSince ?? now) : null;
  const runs = order.deliveredAt !== null && order.held > 0n && frozenSince === null && order.resolvedAt === null;
  if (runs) {
    const left = remainingMs ?? order.graceSeconds * 1000;
    const until = autoReleaseAt ?? new Date(now.getTime() + left);
    return { autoReleaseAt: until, frozenSince, frozenFor, remainingMs: null };
  }
  const left = autoReleaseAt ? Math.max(0, autoReleaseAt.getTime() - now.getTime()) : null;
  return { autoReleaseAt: null, frozenSince, frozenFor, remainingMs: left ?? remainingMs };
}

export function withReason(frozenFor: readonly FreezeReason[], reason: FreezeReason): FreezeReason[] {
  return [...frozenFor.filter((one) => one !== reason), reason];
}

export function withoutReasons(frozenFor: readonly FreezeReason[], ...reasons: FreezeReason[]): FreezeReason[] {
  return frozenFor.filter((one) => !reasons.includes(one));
}

/** Once anything has come back, time releases nothing of what is still held: a part that is sent says nothing about the rest. */
export function afterSending(frozenFor: readonly FreezeReason[], held: bigint): FreezeReason[] {
  return held === 0n ? withoutReasons(frozenFor, 'not_sent') : [...frozenFor];
}
