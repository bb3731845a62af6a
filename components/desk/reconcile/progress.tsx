'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { askDesk } from '@/components/desk/frame/ask';
import { useViewer } from '@/components/desk/frame/desk';
import { type ReconciliationOnWire, reconciliationOnWire } from '@/lib/reconcile/core/schema';

const everyMs = 1_000;

/** Follows a reading until it has ended, and then has the page say what came of it. */
export function Progress({ run: given }: { run: ReconciliationOnWire }) {
  const { merchant } = useViewer();
  const router = useRouter();
  const [run, setRun] = useState(given);
  const isOver = run.status === 'done' || run.status === 'not_checked';
  useEffect(() => {
    if (isOver) return router.refresh();
    const timer = setTimeout(async () => {
      const path = `/api/desk/reconciliation/runs/${run.id}`;
      const answer = await askDesk(path, { merchantId: merchant.id, returns: reconciliationOnWire });
      // A new object either way, so that the next question is asked.
      setRun(answer.ok ? answer.data : { ...run });
    }, everyMs);
    return () => clearTimeout(timer);
  }, [run, isOver, merchant.id, router]);
  const words =
    run.status === 'waiting'
      ? 'Waiting for a worker. You may leave this page; it goes on.'
      : `Reading blocks both ways: ${run.progress} %. You may leave this page; it goes on.`;
  return (
    <div>
      <p role="status">{words}</p>
      <progress
        className="mt-1.5 h-1.5 w-full accent-(--accent)"
        aria-label="Blocks read"
        max={100}
        value={run.status === 'waiting' ? undefined : run.progress}
      />
    </div>
  );
}
