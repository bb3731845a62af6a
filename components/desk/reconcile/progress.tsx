'use client';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { askDesk } from '@/components/desk/frame/ask';
import { useAsked } from '@/components/desk/frame/use-asked';
import { type ReconciliationOnWire, reconciliationOnWire } from '@/lib/reconcile/core/schema';

const everyMs = 1_000;

const isOver = ({ status }: ReconciliationOnWire) => status === 'done' || status === 'not_checked';

/** Follows a reading until it has ended, and then has the page say what came of it. */
export function Progress({ run: given }: { run: ReconciliationOnWire }) {
  const router = useRouter();
  const { data: run = given } = useAsked({
    of: ['reconciliation', given.id],
    begin: given,
    read: async (asking, known = given) => {
      const path = `/api/desk/reconciliation/runs/${given.id}`;
      const answer = await askDesk(path, { ...asking, returns: reconciliationOnWire });
      return answer.ok ? answer.data : known;
    },
    againMs: (known) => (isOver(known) ? null : everyMs),
    whileHidden: true,
  });
  const over = isOver(run);
  useEffect(() => {
    if (over) router.refresh();
  }, [over, router]);
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
