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
  const [first] = lines;
  const what = lines.length === 1 && first ? first.payout.reference : payoutCount(lines.length);
  return (
    <Dialog open={lines.length > 0} onClose={onClose} title={`Turn ${what} down?`}>
      <RejectForm
        {...{ what, one: lines.length === 1, onClose }}
        onReject={(reason) => {
          onReject(reason);
          onClose();
        }}
      />
    </Dialog>
  );
}

type RejectFormProps = { what: string; one: boolean; onClose: () => void; onReject: (reason: string) => void };

function RejectForm({ what, one, onClose, onReject }: RejectFormProps) {
  const [reason, setReason] = useState('');
  const given = reason.trim();
  const faults = new Map(given ? [] : [['reason', 'Say why, so that its maker can do better.'] as const]);
  const { form, fault } = useForm(nothingRefused, faults, () => onReject(given));
  return (
    <form {...form} className="space-y-4 text-sm">
      <p className="text-quiet">
        {one ? 'It is' : 'They are'} cancelled for good, and the money is free again. Nothing has moved.
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
        <button type="button" className={buttonClass('small')} onClick={onClose}>
          Keep it
        </button>
        <button type="submit" className={buttonClass('smallDanger')}>
          Reject {what}
        </button>
      </div>
    </form>
  );
}
