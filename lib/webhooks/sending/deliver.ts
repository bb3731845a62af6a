import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '@/lib/access/actor';
import { newId } from '@/lib/kernel/ids';
import { log } from '@/lib/kernel/log';
import { unseal } from '@/lib/kernel/secrets';
import { traced } from '@/lib/kernel/traced';
import type { Sender } from '@/lib/outgoing/send';
import { endLeases, type LeasedDelivery, leaseDeliveries } from '@/lib/webhooks/events/store';
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
/** What is leased and not begun for so long is given back: its endpoint may have been paused or changed meanwhile. */
const maxAheadMs = 1000;

export type DelivererSettings = {
  /** Its timeout is at most half a lease. */
  sender: Sender;
  /** Attempts under way at one time, in all and per endpoint. */
  room?: number;
  roomPerEndpoint?: number;
  leaseSeconds?: number;
  /** Milliseconds of a clock that only goes forward. */
  monotonic?: () => number;
  /** What an endpoint takes in so long, by its latest answer, is leased ahead. */
  aheadMs?: number;
  random?: () => number;
};

export type Deliverer = {
  /** Starts every attempt that is due and has room, and returns without waiting for the answers. */
  deliverDue(ctx: Context, signal: AbortSignal): Promise<boolean>;
  /** Resolves when no attempt is under way. */
  settled(): Promise<void>;
};

type Leased = {
  delivery: LeasedDelivery;
  owner: string;
  startBefore: number;
  /** Not begun until then it is given back. */
  freshUntil: number;
  open: typeof unseal;
};

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
  return new ConcurrentDeliverer(settings);
}

class ConcurrentDeliverer implements Deliverer {
  readonly #sender: Sender;
  readonly #room: number;
  readonly #firstRoom: number;
  readonly #lease: number;
  readonly #monotonic: () => number;
  readonly #random: () => number;
  readonly #concurrency;
  readonly #writer = createResultWriter();
  readonly #underWay = new Set<Promise<void>>();
  /** What is leased and has no place yet, by its endpoint. */
  readonly #ahead = new Map<string, Leased[]>();
  readonly #givingBack = new Set<Promise<void>>();
  #leasing: Promise<void> | null = null;
  #again = false;
  #soon: Promise<void> | null = null;

  constructor({ sender, room = 256, roomPerEndpoint = 32, random = Math.random, ...settings }: DelivererSettings) {
    this.#sender = sender;
    this.#room = room;
    this.#firstRoom = Math.min(firstRoomPerEndpoint, roomPerEndpoint);
    this.#lease = settings.leaseSeconds ?? leaseSeconds;
    this.#monotonic = settings.monotonic ?? (() => performance.now());
    this.#random = random;
    this.#concurrency = createConcurrency(roomPerEndpoint, this.#firstRoom, settings.aheadMs);
  }

  async #sendAndWrite(ctx: Context, signal: AbortSignal, leased: Leased): Promise<void> {
    const { delivery, owner, startBefore, open } = leased;
    const { endpoint } = delivery;
    const leave = (answered: boolean, tookMs?: number) => {
      const mayHaveMore = this.#concurrency.leave(endpoint.id, answered, tookMs);
      this.#startAhead(ctx, signal);
      if (mayHaveMore) this.#leaseOn(ctx, signal);
    };
    if (this.#monotonic() > startBefore) {
      log.warn({ delivery: delivery.id }, 'This worker stood still; a delivery is left for when its lease is over');
      leave(true);
      return;
    }
    const result = await attempt(ctx.clock, this.#sender, { delivery, owner, random: this.#random(), open });
    const { status, durationMs } = result.attempt;
    // An endpoint that takes events has its place back at once; one in trouble when all workers can know of it.
    if (isTrouble(result)) {
      await Promise.all([this.#giveBack(ctx, endpoint.id), this.#writer.write(ctx, result)]);
      leave(status !== null);
    } else {
      leave(true, durationMs);
      await this.#writer.write(ctx, result);
    }
    // Only now is the next in order free, or a whole queue behind a breaker.
    if (endpoint.ordered || delivery.probe) this.#leaseOn(ctx, signal);
  }

  #start(ctx: Context, signal: AbortSignal, leased: Leased): void {
    const running = this.#sendAndWrite(ctx, signal, leased)
      .catch((err) => log.error({ err, delivery: leased.delivery.id }, 'An attempt failed in an unforeseen way'))
      .then(() => {
        const wasFull = this.#underWay.size >= this.#room;
        this.#underWay.delete(running);
        if (!wasFull) return;
        this.#startAhead(ctx, signal);
        this.#leaseOn(ctx, signal);
      });
    this.#underWay.add(running);
  }

  #startOrWait(ctx: Context, signal: AbortSignal, leased: Leased): void {
    const endpointId = leased.delivery.endpoint.id;
    const waiting = this.#ahead.get(endpointId) ?? [];
    if (waiting.length === 0 && this.#takePlace(endpointId)) this.#start(ctx, signal, leased);
    else {
      waiting.push(leased);
      this.#ahead.set(endpointId, waiting);
    }
  }

  #takePlace(endpointId: string): boolean {
    return this.#underWay.size < this.#room && this.#concurrency.begin(endpointId);
  }

  /** Begins what was leased before, as far as places came free for it. */
  #startAhead(ctx: Context, signal: AbortSignal): void {
    for (const [endpointId, waiting] of this.#ahead) {
      if (signal.aborted || this.#monotonic() > (waiting[0]?.freshUntil ?? 0)) {
        void this.#giveBack(ctx, endpointId).then(() => this.#leaseOn(ctx, signal));
        continue;
      }
      while (waiting.length > 0 && this.#takePlace(endpointId)) {
        for (const leased of waiting.splice(0, 1)) this.#start(ctx, signal, leased);
      }
      if (waiting.length === 0) this.#ahead.delete(endpointId);
    }
  }

  /** What is leased for an endpoint and not begun is anybody's again. */
  async #giveBack(ctx: Context, endpointId: string): Promise<void> {
    const waiting = this.#ahead.get(endpointId);
    if (!waiting) return;
    this.#ahead.delete(endpointId);
    const given: Promise<void> = endLeases(
      ctx.db,
      waiting.map(({ delivery, owner }) => ({ id: delivery.id, owner })),
    )
      .catch((err) => log.warn({ err, endpoint: endpointId }, 'Leases could not be given back; they end by themselves'))
      .then(() => {
        // Only now: a lease of another attempt that ended meanwhile still finds them taken, and takes that for the end of the queue.
        this.#concurrency.giveBack(endpointId, waiting.length);
        this.#givingBack.delete(given);
      });
    this.#givingBack.add(given);
    await given;
  }

  async #leaseAll(ctx: Context, signal: AbortSignal): Promise<void> {
    let more = true;
    while (more && !signal.aborted && this.#underWay.size < this.#room) {
      const free = this.#room - this.#underWay.size + this.#concurrency.ahead();
      const roomOf = this.#concurrency.room();
      const now = ctx.clock.now();
      const owner = newId('request', now.getTime());
      const startBefore = this.#monotonic() + this.#lease * 500;
      const leased = await leaseDeliveries(ctx.db, {
        ...{ now, leaseSeconds: this.#lease, owner, room: free, roomPerEndpoint: this.#firstRoom, roomOf },
      });
      const endpointIds = leased.map((delivery) => delivery.endpoint.id);
      const cut = leased.length === free;
      if (this.#concurrency.enter({ endpointIds, given: roomOf, cut })) this.#again = true;
      const open = openOnce();
      const freshUntil = this.#monotonic() + maxAheadMs;
      const start = async () => {
        for (const delivery of leased)
          this.#startOrWait(ctx, signal, { delivery, owner, startBefore, freshUntil, open });
      };
      if (leased.length > 0) await traced('deliver webhooks', { deliveries: leased.length }, start, { root: true });
      more = cut;
    }
  }

  async deliverDue(ctx: Context, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return false;
    this.#again = true;
    this.#leasing ??= (async () => {
      try {
        while (this.#again && !signal.aborted) {
          this.#again = false;
          await this.#leaseAll(ctx, signal);
        }
      } finally {
        this.#leasing = null;
      }
    })();
    await this.#leasing;
    return false;
  }

  /** Leases soon: places that come free one after another are filled by one lease. */
  #leaseOn(ctx: Context, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#soon ??= pause(gatherMs)
      .then(() => {
        this.#soon = null;
        return this.deliverDue(ctx, signal);
      })
      .catch((err) => log.error({ err }, 'Deliveries could not be leased'))
      .then(() => {});
  }

  async settled(): Promise<void> {
    while (this.#underWay.size > 0 || this.#givingBack.size > 0 || this.#leasing || this.#soon) {
      await Promise.allSettled([this.#leasing, this.#soon, ...this.#underWay, ...this.#givingBack]);
    }
  }
}
