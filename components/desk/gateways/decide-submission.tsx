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
import { Choice, Choices } from '@/components/ui/choice';
import { Dialog } from '@/components/ui/dialog';
import { TextAreaField, TextField } from '@/components/ui/fields';
import type { SubmissionOnPage } from '@/lib/desk/gateways/schema';
import { decideSubmissionBody, submissionView } from '@/lib/gateways/submissions/schema';

/** Where nobody can tell whether a gateway sent a payout, a person says so. */
export function DecideSubmission({ submission }: { submission: SubmissionOnPage }) {
  const [open, setOpen] = useState(false);
  if (!useMay('payouts:write_off') || submission.status !== 'unknown') return null;
  return (
    <>
      <button type="button" className={buttonClass('small')} onClick={() => setOpen(true)}>
        Decide<span className="sr-only"> about {submission.payout.reference}</span>
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={`Was ${submission.payout.reference} sent?`}>
        <DecisionForm submission={submission} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

type Decision = 'paid_by' | 'not_sent';

function DecisionForm({ submission, onDone }: { submission: SubmissionOnPage; onDone: () => void }) {
  const { run, pending, problem, clear } = useAction();
  const router = useRouter();
  const [decision, setDecision] = useState<Decision>('paid_by');
  const [hash, setHash] = useState(submission.named_hash ?? '');
  const [reason, setReason] = useState('');
  const [payAgain, setPayAgain] = useState(false);
  const body = decision === 'paid_by' ? { decision, hash: hash.trim() } : { decision, reason, pay_again: payAgain };
  const { form, fault } = useForm({ problem, clear }, schemaFaults(decideSubmissionBody, body), async () => {
    const path = `/api/desk/submissions/${submission.id}/decide`;
    const answer = await run(path, { method: 'POST', body, returns: submissionView });
    router.refresh();
    if (answer.ok) onDone();
  });
  return (
    <form {...form} className="space-y-4">
      <Found decision={decision} onChange={setDecision} />
      {decision === 'paid_by' ? (
        <TextField
          name="hash"
          label="Hash of the transfer"
          fault={fault('hash')}
          mono
          required
          value={hash}
          onChange={setHash}
        />
      ) : (
        <>
          <Callout tone="warn">
            Look at the gateway’s own page and at the transfers of its wallet first. If it was sent after all, the
            recipient gets it twice, and nobody can take it back.
          </Callout>
          <TextAreaField
            name="reason"
            label="How you know"
            hint="Kept in the audit with your name."
            fault={fault('reason')}
            required
            rows={3}
            maxLength={500}
            value={reason}
            onChange={setReason}
          />
          <Choice
            type="checkbox"
            name="pay_again"
            checked={payAgain}
            onChange={() => setPayAgain(!payAgain)}
            label="Send the whole on top of what they got since"
            hint="Only where the network shows another payment from the hot wallet to the recipient since, and it was not for this."
          />
        </>
      )}
      <ProblemCallout problem={problem} fields={['hash', 'reason']} />
      <button
        type="submit"
        className={buttonClass(decision === 'paid_by' ? 'smallPrimary' : 'smallDanger')}
        disabled={pending}
      >
        {pending ? 'One moment …' : decision === 'paid_by' ? 'Follow this transfer' : 'It was not sent: send it again'}
      </button>
    </form>
  );
}

function Found({ decision, onChange }: { decision: Decision; onChange: (decision: Decision) => void }) {
  return (
    <Choices legend="What you found out">
      <Choice
        type="radio"
        name="decision"
        checked={decision === 'paid_by'}
        onChange={() => onChange('paid_by')}
        label="It was sent, by this transfer"
        hint="The network has to show that it paid exactly this from the hot wallet to the recipient."
      />
      <Choice
        type="radio"
        name="decision"
        checked={decision === 'not_sent'}
        onChange={() => onChange('not_sent')}
        label="It was not sent"
        hint="Then it is handed to the gateway again."
      />
    </Choices>
  );
}
