/**
 * Leaves a signer that does not answer alone for a while, so that it holds up nobody's page for longer than it must. Each
 * process counts for itself: what it saves is its own waiting.
 */
export const breaker = { opensAfter: 3, pauseMs: 10_000 } as const;

type State = { failures: number; openUntil: number };
const states = new Map<string, State>();

/** Whether a signer is asked now. While it is left alone, one question passes after each pause. */
export function mayAsk(id: string, nowMs: number): boolean {
  const state = states.get(id);
  if (!state || state.failures < breaker.opensAfter) return true;
  if (nowMs < state.openUntil) return false;
  states.set(id, { ...state, openUntil: nowMs + breaker.pauseMs });
  return true;
}

export function noteAsked(id: string, answered: boolean, nowMs: number): void {
  if (answered) states.delete(id);
  else states.set(id, { failures: (states.get(id)?.failures ?? 0) + 1, openUntil: nowMs + breaker.pauseMs });
}
