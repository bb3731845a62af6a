'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/desk/frame/confirm-dialog';
import { useMay } from '@/components/desk/frame/desk';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';

/** Closes the address of a source of rewards. */
export function RemoveRewardSource({ id }: { id: string }) {
  const { run, pending, problem } = useAction();
  const [open, setOpen] = useState(false);
  const router = useRouter();
  if (!useMay('webhooks:write')) return null;
  const remove = async () => {
    if (!(await run(`/api/v1/reward-sources/${id}`, { method: 'DELETE' })).ok) return;
    setOpen(false);
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
        <p>Its address answers 404 from then on, for good. Users keep their coins and can redeem them.</p>
      </ConfirmDialog>
    </>
  );
}
