'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/desk/dialogs/confirm-dialog';
import { useMay } from '@/components/desk/frame/desk';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import type { GatewayAnswer } from '@/lib/gateways/schema';

/** Hands nothing more to a gateway. */
export function DisableGateway({ gateway }: { gateway: GatewayAnswer }) {
  const { run, pending, problem } = useAction();
  const [open, setOpen] = useState(false);
  const router = useRouter();
  if (!useMay('gateways:write')) return null;
  const disable = async () => {
    if (!(await run(`/api/desk/gateways/${gateway.id}`, { method: 'DELETE' })).ok) return;
    setOpen(false);
    router.refresh();
  };
  return (
    <>
      <button type="button" className={buttonClass('smallDanger')} onClick={() => setOpen(true)}>
        Disable
      </button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title="Disable this gateway?"
        verb="Disable it"
        pending={pending}
        problem={problem}
        onConfirm={disable}
      >
        <p>
          Nothing more is handed to it, for good. What it was handed before is followed to its end, and its callbacks
          are still taken.
        </p>
        <p>Payouts that wait for it stay open. Set up another gateway for what it pays, and they go on there.</p>
      </ConfirmDialog>
    </>
  );
}
