'use client';
import { useId, useState } from 'react';
import { payoutCount } from '@/components/desk/words/approval-words';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { controlOf, Field, inputClass } from '@/components/ui/field';
import type { AwaitingLine } from '@/lib/desk/approvals/schema';

type RejectDialogProps = {
  lines: readonly AwaitingLine[];
  onClose: () => void;
  onReject: (reason: string) => void;
};

/** Asks why: the reason stands in the payout's story, for whoever made it. */
export function RejectDialog({ lines, onClose, onReject }: RejectDialogProps) {
  const id = useId();
  const [reason, setReason] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [first] = lines;
  const what = lines.length === 1 && first ? first.payout.reference : payoutCount(lines.length);
  const close = () => {
    setReason('');
    setFault(null);
    onClose();
  };
  return (
    <Dialog open={lines.length > 0} onClose={close} title={`Turn ${what} down?`}>
      <form
        className="space-y-4 text-sm"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const given = reason.trim();
          if (!given) {
            setFault('Say why, so that whoever made it can do better.');
            document.getElementById(id)?.focus();
            return;
          }
          onReject(given);
          close();
        }}
      >
        <p className="text-quiet">
          {lines.length === 1 ? 'It is' : 'They are'} cancelled for good, and the money is free again. Nothing has
          moved.
        </p>
        <Field id={id} label="Why" fault={fault}>
          <input
            {...controlOf(id, fault)}
            className={inputClass}
            maxLength={200}
            autoComplete="off"
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          <button type="button" className={buttonClass('small')} onClick={close}>
            Keep it
          </button>
          <button type="submit" className={buttonClass('smallDanger')}>
            Reject {what}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
