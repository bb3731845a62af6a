'use client';
import { useRouter } from 'next/navigation';
import { useMay } from '@/components/desk/frame/desk';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import { type StartBody, startAnswer } from '@/lib/reconcile/core/schema';

type RunButtonProps = { body?: StartBody; busy: boolean; words: string; primary?: boolean };

/** Asks for the books to be read now; while that is under way there is nothing to ask for. */
export function RunButton({ body = {}, busy, words, primary = false }: RunButtonProps) {
  const may = useMay('reconcile:write');
  const router = useRouter();
  const { run, pending, problem } = useAction();
  if (!may) return null;
  const start = async () => {
    const answer = await run('/api/desk/reconciliation', { method: 'POST', body, returns: startAnswer });
    if (answer.ok) router.refresh();
  };
  return (
    <div className="space-y-2">
      <button
        type="button"
        className={buttonClass(primary ? 'smallPrimary' : 'small')}
        disabled={pending || busy}
        onClick={start}
      >
        {busy ? 'Reading …' : words}
      </button>
      <ProblemCallout problem={problem} />
    </div>
  );
}
