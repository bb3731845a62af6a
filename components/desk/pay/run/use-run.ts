'use client';
import { useRef, useState } from 'react';
import { askDesk, type Problem } from '@/components/desk/frame/ask';
import { useViewer } from '@/components/desk/frame/desk';
import { type PreparedSigning, paymentState } from '@/lib/by-hand/sightings/schema';
import type { Signer } from './ask-wallet';
import { type Halt, type Step, type StepState, stepsOf, unsignedFrom } from './run';
import { signSteps, type WalletAnswer } from './sign-steps';
import { tabName } from './tab';

export type Run = {
  steps: readonly Step[];
  states: readonly StepState[];
  /** Null while the wallet is still being asked. */
  ended: { halt: Halt | null; freed: readonly string[] } | null;
  /** What the portal refused of what the wallet answered. */
  problem: Problem | null;
};

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One signing of this page at a time: asks the wallet, reports its answers, and frees what was not signed. */
export function useRun(onEnd: (freed: readonly string[]) => void) {
  const { merchant } = useViewer();
  const [runs, setRuns] = useState<readonly Run[]>([]);
  const stop = useRef<AbortController>(null);

  const change = (index: number, set: (run: Run) => Partial<Run>) =>
    setRuns((now) => now.map((run, at) => (at === index ? { ...run, ...set(run) } : run)));
  const post = (path: string, body: object) =>
    askDesk(path, { method: 'POST', body, merchantId: merchant.id, returns: paymentState, keepalive: true });

  /** Before the wallet sees a payment, the portal knows: what it does not know of was never asked for. */
  const note = async ({ signing, transferIds }: Step, tries = 3): Promise<string | null> => {
    const body = { signing_id: signing.id, transfer_ids: transferIds, tab: tabName() };
    const answer = await post('/api/desk/payments/ask', body);
    if (answer.ok) return null;
    if (answer.problem.code !== 'unreachable' || tries <= 1) return answer.problem.detail;
    await pause(1_000);
    return note({ signing, transferIds, calls: [], text: '' }, tries - 1);
  };
  /** Only a courtesy: the portal finds what was signed on the chain, so failing here loses nothing. */
  const report = async (
    index: number,
    { signing, transferIds }: Step,
    told: WalletAnswer,
    tries = 4,
  ): Promise<void> => {
    const body = { signing_id: signing.id, transfer_ids: transferIds, ...told };
    const answer = await post('/api/desk/payments/report', body);
    if (answer.ok) return;
    if (answer.problem.code !== 'unreachable' || tries <= 1) return change(index, () => ({ problem: answer.problem }));
    await pause(2_000);
    return report(index, { signing, transferIds, calls: [], text: '' }, told, tries - 1);
  };
  /** Tells the portal what was surely not signed. Answers the payouts that can be paid again. */
  const free = async (index: number, steps: readonly Step[], at: number, halt: Halt): Promise<string[]> => {
    const freed: string[] = [];
    for (const [signingId, transferIds] of unsignedFrom(steps, at, halt)) {
      const body = { signing_id: signingId, transfer_ids: transferIds, tab: tabName() };
      const answer = await post('/api/desk/payments/reject', body);
      if (!answer.ok) {
        change(index, () => ({ problem: answer.problem }));
        continue;
      }
      const gone = answer.data.payments.filter((one) => transferIds.includes(one.transfer_id));
      freed.push(...gone.filter((one) => one.status === 'dropped').map((one) => one.payout_id));
    }
    return freed;
  };

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
