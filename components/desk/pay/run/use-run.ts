'use client';
import { useRef, useState } from 'react';
import type { Problem } from '@/components/desk/frame/ask';
import { useViewer } from '@/components/desk/frame/desk';
import type { PreparedSigning } from '@/lib/by-hand/sightings/schema';
import type { Signer } from './ask-wallet';
import { portalTold } from './portal-told';
import { type Halt, type Step, type StepState, stepsOf } from './run';
import { signSteps, type WalletAnswer } from './sign-steps';

export type Run = {
  steps: readonly Step[];
  states: readonly StepState[];
  /** Null while the wallet is still being asked. */
  ended: { halt: Halt | null; freed: readonly string[] } | null;
  /** What the portal refused of what the wallet answered. */
  problem: Problem | null;
};

/** One signing of this page at a time: asks the wallet, reports its answers, and frees what was not signed. */
export function useRun(onEnd: (freed: readonly string[]) => void) {
  const { merchant } = useViewer();
  const [runs, setRuns] = useState<readonly Run[]>([]);
  const stop = useRef<AbortController>(null);

  const change = (index: number, set: (run: Run) => Partial<Run>) =>
    setRuns((now) => now.map((run, at) => (at === index ? { ...run, ...set(run) } : run)));
  const { note, report, free } = portalTold(merchant.id, (index, problem) => change(index, () => ({ problem })));

  const start = async (signings: readonly PreparedSigning[], signer: Signer): Promise<void> => {
    const steps = stepsOf(signings);
    const index = runs.length;
    const over = new AbortController();
    stop.current = over;
    const states = steps.map((): StepState => ({ at: 'waiting' }));
    setRuns((now) => [...now, { steps, states, ended: null, problem: null }]);
    const onStep = (at: number, state: StepState) =>
      change(index, (run) => ({ states: run.states.map((one, place) => (place === at ? state : one)) }));
    const told = (step: Step, what: WalletAnswer) => report(index, step, what);
    const halted = await signSteps({ signer, steps, stop: over.signal, onStep, note, report: told });
    const freed = halted ? await free(index, steps, halted.at, halted.halt) : [];
    if (halted) {
      const { at, halt } = halted;
      for (const place of steps.keys()) {
        if (place > at || (place === at && halt.why !== 'unclear')) onStep(place, { at: 'free' });
      }
      if (halt.why === 'unclear') onStep(at, { at: 'unclear' });
    }
    change(index, () => ({ ended: { halt: halted?.halt ?? null, freed } }));
    onEnd(freed);
  };
  return { runs, start, stop: () => stop.current?.abort() };
}
