'use client';
import { useRouter } from 'next/navigation';
import { useCallback, useState } from 'react';
import { type Answer, type Ask, askDesk, type Problem } from './ask';
import { useViewer } from './desk';
import { useStepUp } from './step-up';

/**
 * One thing that a person does at the desk: asks the portal, has them prove anew who they are where that is needed and
 * goes on by itself, and takes them to sign in where their session is over. `problem` is what to show.
 */
export function useAction() {
  const { merchant } = useViewer();
  const router = useRouter();
  const stepUp = useStepUp();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const run = useCallback(
    async <T = undefined>(path: string, ask: Omit<Ask<T>, 'merchantId'>): Promise<Answer<T>> => {
      setPending(true);
      setProblem(null);
      const once = () => askDesk<T>(path, { ...ask, merchantId: merchant.id });
      let answer = await once();
      if (!answer.ok && answer.problem.code === 'step_up_required' && (await stepUp())) answer = await once();
      setPending(false);
      if (answer.ok) return answer;
      const { code } = answer.problem;
      if (code === 'signed_out') {
        window.location.assign(
          `/sign-in?next=${encodeURIComponent(window.location.pathname + window.location.search)}`,
        );
      }
      if (code === 'merchant_changed') router.refresh();
      setProblem(answer.problem);
      return answer;
    },
    [merchant.id, router, stepUp],
  );
  return { run, pending, problem, clear: () => setProblem(null) };
}
