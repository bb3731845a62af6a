import type { Context } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { log } from '@/lib/kernel/log';
import { attempt } from './attempt';
import { createLanes } from './lanes';
import type { Sender } from './send';
import { type ClaimedDelivery, claimDeliveries } from './store';

/**
 * Longer than any attempt with its writing, so it needs no heartbeat: what is claimed is sent at once.
 * A worker that dies holds a delivery back for at most this long.
 */
export const leaseSeconds = 30;
export const attemptTimeoutMs = 15_000;

export type DelivererSettings = {
  sender: Sender;
  /** Attempts under way at one time, in all and per endpoint. */
  room?: number;
  roomPerEndpoint?: number;
  random?: () => number;
};

export type Deliverer = {
  /** Starts every attempt that is due and has room, and returns without waiting for the answers. */
  deliverDue(ctx: Context, signal: AbortSignal): Promise<boolean>;
  /** Resolves when no attempt is under way. */
  settled(): Promise<void>;
};

/** Sends due deliveries, many at a time; as answers come in, what waited for room follows by itself. */
export function createDeliverer(settings: DelivererSettings): Deliverer {
  const { sender, room = 128, roomPerEndpoint = 16, random = Math.random } = settings;
  const lanes = createLanes(roomPerEndpoint);
  const underWay = new Set<Promise<void>>();
  let claiming: Promise<void> | null = null;
  let again = false;

  function start(ctx: Context, signal: AbortSignal, delivery: ClaimedDelivery, owner: string): void {
    const endpointId = delivery.endpoint.id;
    const running = attempt(ctx, sender, { delivery, owner, random: random() })
      .catch((err) => {
        log.error({ err, delivery: delivery.id }, 'An attempt could not be written down');
        return true;
      })
      .then((answered) => {
        const wasFull = underWay.size >= room;
        underWay.delete(running);
        if (lanes.leave(endpointId, answered) || wasFull) claimOn(ctx, signal);
      });
    underWay.add(running);
  }

  async function claimAll(ctx: Context, signal: AbortSignal): Promise<void> {
    let more = true;
    while (more && !signal.aborted && underWay.size < room) {
      const free = room - underWay.size;
      const roomOf = lanes.room();
      const now = ctx.clock.now();
      const owner = newId('request', now.getTime());
      const claimed = await claimDeliveries(ctx.db, {
        now,
        leaseUntil: addSeconds(now, leaseSeconds),
        owner,
        room: free,
        roomPerEndpoint,
        roomOf,
      });
      lanes.enter(
        claimed.map((delivery) => delivery.endpoint.id),
        roomOf,
      );
      for (const delivery of claimed) start(ctx, signal, delivery, owner);
      more = claimed.length === free;
    }
  }

  async function deliverDue(ctx: Context, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false;
    again = true;
    claiming ??= (async () => {
      try {
        while (again && !signal.aborted) {
          again = false;
          await claimAll(ctx, signal);
        }
      } finally {
        claiming = null;
      }
    })();
    await claiming;
    return false;
  }

  function claimOn(ctx: Context, signal: AbortSignal): void {
    deliverDue(ctx, signal).catch((err) => log.error({ err }, 'Deliveries could not be claimed'));
  }

  async function settled(): Promise<void> {
    while (underWay.size > 0 || claiming) await Promise.allSettled([claiming, ...underWay]);
  }

  return { deliverDue, settled };
}
