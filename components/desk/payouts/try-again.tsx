'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/desk/dialogs/confirm-dialog';
import { useMay } from '@/components/desk/frame/desk';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import { isByPortal } from '@/lib/rails/traits';
import type { ActionProps } from './payout-actions';

/** Offers what failed at its gateway once more. Whether that is safe is decided by the portal. */
export function TryAgain({ story: { payout } }: ActionProps) {
  const may = useMay('payouts:write');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { run, pending, problem, clear } = useAction();
  if (!may || payout.status !== 'failed' || !isByPortal(payout.rail)) return null;
  const close = () => {
    setOpen(false);
    clear();
  };
  const again = async () => {
    const answer = await run(`/api/desk/payouts/${payout.id}/try-again`, { method: 'POST', body: {} });
    if (answer.ok) close();
    router.refresh();
  };
  return (
    <>
      <button type="button" className={buttonClass('small')} onClick={() => setOpen(true)}>
        Try again
      </button>
      <ConfirmDialog
        {...{ open, pending, problem }}
        onClose={close}
        title="Try this payout again?"
        verb="Try it again"
        danger={false}
        onConfirm={again}
      >
        <p>The gateway is given the same payout once more: the same amount, to the same address.</p>
        <p>This is refused unless it is certain that nothing was sent before.</p>
      </ConfirmDialog>
    </>
  );
}
