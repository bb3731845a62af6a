'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/desk/frame/confirm-dialog';
import { useMay } from '@/components/desk/frame/desk';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import type { SourceAnswer } from '@/lib/sources/schema';

/** Closes the address of a source. */
export function RemoveSource({ source }: { source: SourceAnswer }) {
  const { run, pending, problem } = useAction();
  const [open, setOpen] = useState(false);
  const router = useRouter();
  if (!useMay('webhooks:write')) return null;
  const remove = async () => {
    if (!(await run(`/api/desk/webhooks/sources/${source.id}`, { method: 'DELETE' })).ok) return;
    router.push('/dashboard/webhooks/sources');
    router.refresh();
  };
  return (
    <>
      <button type="button" className={buttonClass('small')} onClick={() => setOpen(true)}>
        Remove
      </button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title="Remove this source?"
        verb="Remove it"
        pending={pending}
        problem={problem}
        onConfirm={remove}
      >
        <p>
          Its address answers 404 from then on, for good. What it told us stays where it led to something: payouts go on
          as the network shows them.
        </p>
      </ConfirmDialog>
    </>
  );
}
