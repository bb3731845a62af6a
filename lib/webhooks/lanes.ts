/** What one endpoint has under way, and whether its latest attempt was answered at all. */
type Lane = { busy: number; answers: boolean };

export type Lanes = {
  /** An attempt starts. */
  enter(endpointId: string): void;
  /** An attempt ended. Answers whether the lane was full, so that more may have been waiting for this. */
  leave(endpointId: string, answered: boolean): boolean;
  /** How many more attempts an endpoint may have; those not named have all of `width`. */
  room(): Map<string, number>;
};

/**
 * Divides one worker's attempts among endpoints: at most `width` each. One that does not answer is tried with one
 * delivery at a time until it answers again, so that it cannot take the room of the others.
 */
export function createLanes(width: number): Lanes {
  const lanes = new Map<string, Lane>();
  const roomIn = (lane: Lane) => Math.max(0, (lane.answers ? width : 1) - lane.busy);
  return {
    enter(endpointId) {
      const lane = lanes.get(endpointId) ?? { busy: 0, answers: true };
      lane.busy += 1;
      lanes.set(endpointId, lane);
    },
    leave(endpointId, answered) {
      const lane = lanes.get(endpointId) ?? { busy: 1, answers: true };
      const wasFull = roomIn(lane) === 0;
      lane.busy -= 1;
      lane.answers = answered;
      if (lane.busy === 0 && answered) lanes.delete(endpointId);
      return wasFull;
    },
    room: () => new Map([...lanes].map(([endpointId, lane]) => [endpointId, roomIn(lane)])),
  };
}
