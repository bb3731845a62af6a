'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { buttonClass } from '@/components/ui/button';
import { Choice, Choices } from '@/components/ui/choice';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/fields';
import { type CloseBody, closeBody, closingAnswer } from '@/lib/leaving/schema';
import type { MerchantForOperator } from '@/lib/operators/merchants/schema';

type Closable = Pick<MerchantForOperator, 'id' | 'name' | 'state' | 'open_payouts'>;

const ways: Readonly<Record<CloseBody['open'], { label: string; hint: string }>> = {
  cancel: {
    label: 'Take open payouts back',
    hint: 'What may still be paid, since it is signed or on its way, is waited for.',
  },
  wait: { label: 'Wait for open payouts', hint: 'They may be claimed and paid until they run out.' },
};

/** Closes a merchant for good, once it was asked what becomes of its open payouts. */
export function CloseMerchant({ merchant }: { merchant: Closable }) {
  const [open, setOpen] = useState(false);
  const { name, state } = merchant;
  if (state === 'closed') return null;
  return (
    <>
      <button type="button" className={buttonClass('small')} onClick={() => setOpen(true)}>
        {state === 'closing' ? 'Go on closing' : 'Close'}
        <span className="sr-only"> {name}</span>
      </button>
      {open && <CloseDialog merchant={merchant} onClose={() => setOpen(false)} />}
    </>
  );
}

function CloseDialog({
  merchant: { id, name, open_payouts: waiting },
  onClose,
}: {
  merchant: Closable;
  onClose: () => void;
}) {
  const { run, pending, problem, clear } = useAction();
  const router = useRouter();
  const [way, setWay] = useState<CloseBody['open']>('cancel');
  const [reason, setReason] = useState('');
  const body = { open: way, reason: reason.trim() };
  const close = async () => {
    const path = `/api/operator/merchants/${id}/close`;
    const answer = await run(path, { method: 'POST', body, returns: closingAnswer });
    if (!answer.ok) return;
    router.refresh();
    onClose();
  };
  const { form, fault } = useForm({ problem, clear }, schemaFaults(closeBody, body), close);
  return (
    <Dialog open onClose={onClose} title={`Close ${name}?`}>
      <form {...form} className="space-y-4">
        <div className="space-y-2 text-sm text-pretty text-quiet">
          <p>
            It makes no payouts from now on. Once nothing of it is open, nothing of it is signed or sent any more, and
            that cannot be taken back. Its books stay, and its team can take everything along.
          </p>
          <p>Its money stays in its own vault, where its team takes back the allowance with their wallet.</p>
        </div>
        <Choices legend={waiting === 1 ? '1 payout is open' : `${waiting} payouts are open`}>
          {(['cancel', 'wait'] as const).map((one) => (
            <Choice
              key={one}
              type="radio"
              name="open"
              checked={way === one}
              onChange={() => setWay(one)}
              {...ways[one]}
            />
          ))}
        </Choices>
        <TextField
          label="Why"
          name="reason"
          required
          maxLength={300}
          value={reason}
          onChange={setReason}
          fault={fault('reason')}
          hint="Kept in the operators’ audit. Nobody else reads it."
        />
        <ProblemCallout problem={problem} fields={['reason']} />
        <div className="flex flex-wrap justify-end gap-2">
          <button type="button" className={buttonClass('small')} onClick={onClose}>
            Keep it as it is
          </button>
          <button type="submit" className={buttonClass('smallDanger')} disabled={pending}>
            {pending ? 'One moment …' : 'Close it for good'}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
