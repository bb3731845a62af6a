'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useMay } from '@/components/desk/frame/desk';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/fields';
import { overruleBody, type Raised } from '@/lib/screening/schema';

/** Says that the payout is kept, and lets an owner go on with it. */
export function OverruleScreening({ payoutId, raised }: { payoutId: string; raised: Raised[] }) {
  const may = useMay('payouts:overrule');
  const [open, setOpen] = useState(false);
  // As it was when they began to decide: the page behind the dialog goes on being news.
  const [seen, setSeen] = useState(raised);
  const close = () => setOpen(false);
  const begin = () => {
    setSeen(raised);
    setOpen(true);
  };
  return (
    <div className="mb-3">
      <Callout
        tone="warn"
        actions={
          may && (
            <button type="button" className={buttonClass('smallDanger')} onClick={begin}>
              Go on with it
            </button>
          )
        }
      >
        It is not paid until an owner goes on with it, or it is cancelled. Where nobody could tell, it is asked about
        again at the next try.
      </Callout>
      <Dialog open={open} onClose={close} title="Pay in spite of the screening?">
        <OverruleForm payoutId={payoutId} seen={seen} onClose={close} />
      </Dialog>
    </div>
  );
}

type FormProps = { payoutId: string; seen: Raised[]; onClose: () => void };

function OverruleForm({ payoutId, seen, onClose }: FormProps) {
  const { run, pending, problem, clear } = useAction();
  const router = useRouter();
  const [reason, setReason] = useState('');
  const body = { reason: reason.trim(), seen };
  const { form, fault } = useForm({ problem, clear }, schemaFaults(overruleBody, body), async () => {
    const answer = pending ? null : await run(`/api/desk/payouts/${payoutId}/overrule`, { method: 'POST', body });
    if (!answer?.ok) return;
    onClose();
    router.refresh();
  });
  return (
    <form {...form} className="space-y-4 text-sm">
      <p className="text-quiet">
        To pay a person who is on a sanctions list can be a crime. Your decision and its reason stay in the audit under
        your name. It counts for this payout and what was found until now.
      </p>
      <TextField
        name="reason"
        label="Why you go on"
        fault={fault('reason')}
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
      <ProblemCallout problem={problem} fields={['reason']} />
      <div className="flex flex-wrap justify-end gap-2">
        <button type="button" className={buttonClass('small')} onClick={onClose}>
          Keep it held
        </button>
        <button type="submit" className={buttonClass('smallDanger')} disabled={pending}>
          {pending ? 'One moment …' : 'Go on with it'}
        </button>
      </div>
    </form>
  );
}
