/** What one endpoint has under way, whether its latest attempt was answered at all, and whether more may wait for it. */
type Lane = { busy: number; answers: boolean; backlog: boolean; width: number };

export type Leased = {
  /** One entry for each attempt. */
  endpointIds: string[];
  /** What `room` said when the lease began. */
  given: ReadonlyMap<string, number>;
  /** Whether the worker had no room for all that was due. */
  cut: boolean;
};

export type Concurrency = {
  /** How many more attempts an endpoint may have; those not named have `first`. */
  room(): Map<string, number>;
  /** Attempts start. Answers whether more may wait for a place that came free since `given` was read. */
  enter(leased: Leased): boolean;
  /** An attempt ended. Answers whether more may have waited for its place. */
  leave(endpointId: string, answered: boolean): boolean;
};

/**
 * Divides one worker's attempts among endpoints. Each begins with `first` at a time and has one more with every answer,
 * up to `width`. One that does not answer is tried with one delivery at a time until it answers again: so neither one
 * that hangs, nor many that begin to hang together, take the room of the others.
 */
export function createConcurrency(width: number, first = width): Concurrency {
  const concurrency = new Map<string, Lane>();
  const fresh: Lane = { busy: 0, answers: true, backlog: false, width: first };
  const laneOf = (endpointId: string) => concurrency.get(endpointId) ?? fresh;
  /** Endpoints with nothing to remember are forgotten. */
  const keep = (endpointId: string, lane: Lane) => {
    if (lane.busy === 0 && lane.answers && !lane.backlog) concurrency.delete(endpointId);
    else concurrency.set(endpointId, lane);
  };
  return {
    room: () => new Map([...concurrency].map(([id, lane]) => [id, Math.max(0, lane.width - lane.busy)] as const)),
    enter({ endpointIds, given, cut }) {
      const taken = Map.groupBy(endpointIds, (endpointId) => endpointId);
      let mayHaveMore = false;
      for (const endpointId of new Set([...given.keys(), ...taken.keys()])) {
        const count = taken.get(endpointId)?.length ?? 0;
        const lane = laneOf(endpointId);
        const busy = lane.busy + count;
        const backlog = cut || count >= (given.get(endpointId) ?? first);
        keep(endpointId, { ...lane, busy, backlog });
        if (backlog && busy < lane.width) mayHaveMore = true;
      }
      return mayHaveMore;
    },
    leave(endpointId, answered) {
      const lane = laneOf(endpointId);
      const wider = answered ? Math.min(width, lane.width + 1) : 1;
      keep(endpointId, { ...lane, busy: lane.busy - 1, answers: answered, width: wider });
      return lane.backlog;
    },
  };
}
