'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useMay } from '@/components/desk/frame/desk';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import { ConfirmDialog } from './confirm-dialog';

type CloseAddressProps = {
  /** The route that removes it. */
  route: string;
  /** Its list, where the page shows that source alone. */
  list?: string;
  /** What stays, in words. */
  stays: string;
};

/** Closes the address to which another system sends messages. */
export function CloseAddress({ route, list, stays }: CloseAddressProps) {
  const { run, pending, problem } = useAction();
  const [open, setOpen] = useState(false);
  const router = useRouter();
  if (!useMay('webhooks:write')) return null;
  const remove = async () => {
    if (!(await run(route, { method: 'DELETE' })).ok) return;
    if (list) router.push(list);
    else setOpen(false);
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
        <p>Its address answers 404 from then on, for good. {stays}</p>
      </ConfirmDialog>
    </>
  );
}
