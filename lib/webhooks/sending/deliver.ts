import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '@/lib/access/actor';
import { newId } from '@/lib/kernel/ids';
import { log } from '@/lib/kernel/log';
import { unseal } from '@/lib/kernel/secrets';
import type { Sender } from '@/lib/outgoing/send';
import { type LeasedDelivery, leaseDeliveries } from '@/lib/webhooks/events/store';
import { attempt } from './attempt';
import { createConcurrency } from './concurrency';
import { createResultWriter } from './result-writer';
import { isTrouble } from './results';

/** A worker that dies holds a delivery back for at most this long. */
export const leaseSeconds = 30;

/**
 * An attempt begins in the first half of its lease and ends within the second, so it needs no heartbeat, and a worker
 * that stood still between leasing and sending does not send what another may have by now.
 */
export const attemptTimeoutMs = 15_000;

/** What an endpoint gets at one time before it has answered. */
const firstRoomPerEndpoint = 4;
/** How long a lease that follows an answer waits for more places to come free, so that it fills several. */
const gatherMs = 1;

export type DelivererSettings = {
  /** Its timeout is at most half a lease. */
  sender: Sender;
  /** Attempts under way at one time, in all and per endpoint. */
  room?: number;
  roomPerEndpoint?: number;
  leaseSeconds?: number;
  random?: () => number;
};

export type Deliverer = {
  /** Starts every attempt that is due and has room, and returns without waiting for the answers. */
  deliverDue(ctx: Context, signal: AbortSignal): Promise<boolean>;
  /** Resolves when no attempt is under way. */
  settled(): Promise<void>;
};

type Leased = { delivery: LeasedDelivery; owner: string; startBefore: number; open: typeof unseal };

/** Opening costs more than signing: what one lease brought is opened once, and forgotten with it. */
function openOnce(): typeof unseal {
  const opened = new Map<string, string>();
  return (sealed, purpose) => {
    const key = `${purpose} ${sealed}`;
    const text = opened.get(key) ?? unseal(sealed, purpose);
    opened.set(key, text);
    return text;
  };
}

/** Sends due deliveries, many at a time; as answers come in, what waited for room follows by itself. */
export function createDeliverer(settings: DelivererSettings): Deliverer {
  const { sender, room = 256, roomPerEndpoint = 32, random = Math.random } = settings;
  const firstRoom = Math.min(firstRoomPerEndpoint, roomPerEndpoint);
  const lease = settings.leaseSeconds ?? leaseSeconds;
  const concurrency = createConcurrency(roomPerEndpoint, firstRoom);
  const writer = createResultWriter();
  const underWay = new Set<Promise<void>>();
  let leasing: Promise<void> | null = null;
  let again = false;
  let soon: Promise<void> | null = null;

  async function sendAndWrite(ctx: Context, signal: AbortSignal, leased: Leased): Promise<void> {
    const { delivery, owner, startBefore, open } = leased;
    const { endpoint } = delivery;
    if (performance.now() > startBefore) {
      log.warn({ delivery: delivery.id }, 'This worker stood still; a delivery is left for when its lease is over');
      concurrency.leave(endpoint.id, true);
      return;
    }
    const result = await attempt(ctx.clock, sender, { delivery, owner, random: random(), open });
    const leave = () => concurrency.leave(endpoint.id, result.attempt.status !== null) && leaseOn(ctx, signal);
    // An endpoint that takes events has its place back at once; one in trouble when all workers can know of it.
    if (isTrouble(result)) await writer.write(ctx, result).then(leave);
    else {
      leave();
      await writer.write(ctx, result);
    }
    // Only now is the next in order free, or a whole queue behind a breaker.
    if (endpoint.ordered || delivery.probe) leaseOn(ctx, signal);
  }

  function start(ctx: Context, signal: AbortSignal, leased: Leased): void {
    const running = sendAndWrite(ctx, signal, leased)
      .catch((err) => log.error({ err, delivery: leased.delivery.id }, 'An attempt failed in an unforeseen way'))
      .then(() => {
        const wasFull = underWay.size >= room;
        underWay.delete(running);
        if (wasFull) leaseOn(ctx, signal);
      });
    underWay.add(running);
  }

  async function leaseAll(ctx: Context, signal: AbortSignal): Promise<void> {
    let more = true;
    while (more && !signal.aborted && underWay.size < room) {
      const free = room - underWay.size;
      const roomOf = concurrency.room();
      const now = ctx.clock.now();
      const owner = newId('request', now.getTime());
      const startBefore = performance.now() + lease * 500;
      const leased = await leaseDeliveries(ctx.db, {
        ...{ now, leaseSeconds: lease, owner, room: free, roomPerEndpoint: firstRoom, roomOf },
      });
      concurrency.enter(
        leased.map((delivery) => delivery.endpoint.id),
        roomOf,
      );
      const open = openOnce();
      for (const delivery of leased) start(ctx, signal, { delivery, owner, startBefore, open });
      more = leased.length === free;
    }
  }

  async function deliverDue(ctx: Context, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false;
    again = true;
    leasing ??= (async () => {
      try {
        while (again && !signal.aborted) {
          again = false;
          await leaseAll(ctx, signal);
        }
      } finally {
        leasing = null;
      }
    })();
    await leasing;
    return false;
  }

  /** Leases soon: places that come free one after another are filled by one lease. */
  function leaseOn(ctx: Context, signal: AbortSignal): void {
    if (signal.aborted) return;
    soon ??= pause(gatherMs)
      .then(() => {
        soon = null;
        return deliverDue(ctx, signal);
      })
      .catch((err) => log.error({ err }, 'Deliveries could not be leased'))
      .then(() => {});
  }

  async function settled(): Promise<void> {
    while (underWay.size > 0 || leasing || soon) await Promise.allSettled([leasing, soon, ...underWay]);
  }

  return { deliverDue, settled };
}
