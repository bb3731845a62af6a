'use client';
import { useRouter } from 'next/navigation';
import { useMay } from '@/components/desk/frame/desk';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import type { PassedStep } from '@/lib/merchants/schema';

type PassStepProps = PassedStep & {
  next: string | null;
  words: string;
  /** There is something better to do in this step. */
  quiet?: boolean;
};

/** Says of a step that it is fine as it is, and goes to the next one. */
export function PassStep({ step, next, words, quiet = false }: PassStepProps) {
  const { run, pending, problem } = useAction();
  const router = useRouter();
  const may = useMay('settings:write');
  const pass = async () => {
    const answer = await run('/api/desk/guide/passed', { method: 'POST', body: { step } });
    if (!answer.ok) return;
    if (next) router.push(`/dashboard/guide?step=${next}`);
    router.refresh();
  };
  if (!may) return null;
  return (
    <div className="space-y-3">
      <button type="button" className={buttonClass(quiet ? 'small' : 'smallPrimary')} disabled={pending} onClick={pass}>
        {words}
      </button>
      <ProblemCallout problem={problem} />
    </div>
  );
}
