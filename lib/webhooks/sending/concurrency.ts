/**
 * What one endpoint has under way, what is leased for it in all, whether its latest attempt was answered at all, whether more may
 * wait for it, and how many of it may be leased beyond its width.
 */
type Lane = {
  busy: number;
  held: number;
  answers: boolean;
  backlog: boolean;
  width: number;
  ahead: number;
};

export type Leased = {
  /** One entry for each delivery. */
  endpointIds: string[];
  /** What `room` said when the lease began. */
  given: ReadonlyMap<string, number>;
  /** Whether the worker had no room for all that was due. */
  cut: boolean;
};

export type Concurrency = {
  /** How many more deliveries may be leased of an endpoint; those not named have `first`. */
  room(): Map<string, number>;
  /** How many of all endpoints may still be leased beyond what is under way. */
  ahead(): number;
  /** Deliveries are leased. Answers whether more may wait for a place that came free since `given` was read. */
  enter(leased: Leased): boolean;
  /** Takes a place for an attempt of what is leased; false while the endpoint has none. */
  begin(endpointId: string): boolean;
  /** An attempt ended. Answers whether more may have waited for its place. `tookMs` where it was taken. */
  leave(endpointId: string, answered: boolean, tookMs?: number): boolean;
  /** So many that were leased wait again, unsent. */
  giveBack(endpointId: string, count: number): void;
};

const defaultAheadMs = 250;
const maxAhead = 128;

/**
 * Divides one worker's attempts among endpoints. Each begins with `first` at a time and has one more with every answer,
 * up to `width`. One that does not answer is tried with one delivery at a time until it answers again: so neither one
 * that hangs, nor many that begin to hang together, take the room of the others. What an endpoint takes in `aheadMs` is
 * leased ahead, 128 at most, so that it is sent without waiting for a lease.
 */
export function createConcurrency(width: number, first = width, aheadMs = defaultAheadMs): Concurrency {
  const concurrency = new Map<string, Lane>();
  const fresh: Lane = { busy: 0, held: 0, answers: true, backlog: false, width: first, ahead: 0 };
  const laneOf = (endpointId: string) => concurrency.get(endpointId) ?? fresh;
  /** Endpoints with nothing to remember are forgotten. */
  const keep = (endpointId: string, lane: Lane) => {
    if (lane.held === 0 && lane.answers && !lane.backlog) concurrency.delete(endpointId);
    else concurrency.set(endpointId, lane);
  };
  const roomOf = (lane: Lane) => Math.max(0, lane.width + lane.ahead - lane.held);
  return {
    room: () => new Map([...concurrency].map(([id, lane]) => [id, roomOf(lane)] as const)),
    ahead: () => [...concurrency.values()].reduce((sum, lane) => sum + Math.min(lane.ahead, roomOf(lane)), 0),
    enter({ endpointIds, given, cut }) {
      const taken = Map.groupBy(endpointIds, (endpointId) => endpointId);
      let mayHaveMore = false;
      for (const endpointId of new Set([...given.keys(), ...taken.keys()])) {
        const count = taken.get(endpointId)?.length ?? 0;
        const lane = laneOf(endpointId);
        const held = lane.held + count;
        const backlog = cut || count >= (given.get(endpointId) ?? first);
        keep(endpointId, { ...lane, held, backlog });
        if (backlog && held < lane.width) mayHaveMore = true;
      }
      return mayHaveMore;
    },
    begin(endpointId) {
      const lane = laneOf(endpointId);
      if (lane.busy >= lane.width) return false;
      concurrency.set(endpointId, { ...lane, busy: lane.busy + 1 });
      return true;
    },
    leave(endpointId, answered, tookMs = Number.POSITIVE_INFINITY) {
      const lane = laneOf(endpointId);
      const wider = answered ? Math.min(width, lane.width + 1) : 1;
      const perTurn = answered && wider === width ? aheadMs / Math.max(1, tookMs) : 0;
      const ahead = Math.min(maxAhead, Math.floor(width * perTurn));
      const [busy, held] = [lane.busy - 1, lane.held - 1];
      keep(endpointId, { ...lane, busy, held, answers: answered, width: wider, ahead });
      return lane.backlog && held - busy <= ahead / 2;
    },
    giveBack(endpointId, count) {
      const lane = laneOf(endpointId);
      keep(endpointId, { ...lane, held: lane.held - count, ahead: 0, backlog: true });
    },
  };
}
