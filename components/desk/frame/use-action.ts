'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { type Answer, type Ask, askDesk, type Problem, type Shape } from './ask';
import { useStepUp } from './step-up';
import { useWho } from './who';

export type Action = ReturnType<typeof useAction>;

type AskOptions = Omit<Ask, 'merchantId'>;

/**
 * One thing that a person does at the desk: asks the portal, has them confirm their identity where that is needed and
 * goes on by itself, and takes them to sign in where their session is over. `problem` is what to show.
 */
export function useAction() {
  const { merchantId } = useWho();
  const router = useRouter();
  const stepUp = useStepUp();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function run<T>(path: string, ask: AskOptions & { returns: Shape<T> }): Promise<Answer<T>>;
  async function run(path: string, ask: AskOptions): Promise<Answer<undefined>>;
  async function run(path: string, ask: AskOptions & { returns?: Shape<unknown> }): Promise<Answer<unknown>> {
    setPending(true);
    setProblem(null);
    const once = (): Promise<Answer<unknown>> => askDesk(path, { ...ask, merchantId });
    let answer = await once();
    if (!answer.ok && answer.problem.code === 'step_up_required' && (await stepUp())) answer = await once();
    setPending(false);
    if (answer.ok) return answer;
    if (answer.problem.code === 'signed_out') {
      const here = window.location.pathname + window.location.search;
      window.location.assign(`/sign-in?next=${encodeURIComponent(here)}`);
    }
    if (answer.problem.code === 'merchant_changed') router.refresh();
    setProblem(answer.problem);
    return answer;
  }
  return { run, pending, problem, clear: () => setProblem(null) };
}
