'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/desk/dialogs/confirm-dialog';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import { paymentState } from '@/lib/by-hand/sightings/schema';
import type { PayLine } from '@/lib/desk/pay/schema';
import { payoutCount } from './pay-words';

/** Lets a person say that the wallet signed nothing, after they read what follows from it. */
export function Unsigned({ lines }: { lines: readonly PayLine[] }) {
  const [open, setOpen] = useState(false);
  const { run, pending, problem } = useAction();
  const router = useRouter();
  const what = lines.length === 1 ? (lines[0]?.payout.reference ?? 'this') : payoutCount(lines.length);
  if (lines.length === 0) return null;
  const declare = async () => {
    const body = { payout_ids: lines.map(({ payout }) => payout.id) };
    const answer = await run('/api/desk/payments/unsigned', { method: 'POST', body, returns: paymentState });
    if (answer.ok) setOpen(false);
    router.refresh();
  };
  return (
    <>
      <button type="button" className={buttonClass('small')} onClick={() => setOpen(true)}>
        {lines.length === 1 ? 'I did not sign this' : `I signed none of these ${lines.length}`}
      </button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title={`Was nothing signed for ${what}?`}
        verb="Nothing was signed"
        pending={pending}
        problem={problem}
        onConfirm={declare}
      >
        <p>
          Look into the wallet first, on every device that has it: its list of activity must show no such payment, none
          that waits, and no request that can still be approved.
        </p>
        <p>
          We then wait until the network’s final blocks show that nothing was paid, and offer {what} for payment again.
          If it was signed after all and arrives later, it could be paid twice: your word stands in the audit.
        </p>
      </ConfirmDialog>
    </>
  );
}
