'use client';
import { useState } from 'react';
import { nothingRefused, useForm } from '@/components/desk/frame/use-form';
import { payoutCount } from '@/components/desk/words/approval-words';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/fields';
import type { AwaitingLine } from '@/lib/desk/approvals/schema';

type RejectDialogProps = {
  lines: readonly AwaitingLine[];
  onClose: () => void;
  onReject: (reason: string) => void;
};

/** Asks why: the reason stands in the payout's story, for its maker. */
export function RejectDialog({ lines, onClose, onReject }: RejectDialogProps) {
  const [reason, setReason] = useState('');
  const [first] = lines;
  const what = lines.length === 1 && first ? first.payout.reference : payoutCount(lines.length);
  const close = () => {
    setReason('');
    onClose();
  };
  const given = reason.trim();
  const faults = new Map(given ? [] : [['reason', 'Say why, so that its maker can do better.'] as const]);
  const { form, fault } = useForm(nothingRefused, faults, () => {
    onReject(given);
    close();
  });
  return (
    <Dialog open={lines.length > 0} onClose={close} title={`Turn ${what} down?`}>
      <form {...form} className="space-y-4 text-sm">
        <p className="text-quiet">
          {lines.length === 1 ? 'It is' : 'They are'} cancelled for good, and the money is free again. Nothing has
          moved.
        </p>
        <TextField
          name="reason"
          label="Why"
          fault={fault('reason')}
          maxLength={200}
          value={reason}
          onChange={setReason}
        />
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
