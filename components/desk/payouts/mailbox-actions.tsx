'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useMay } from '@/components/desk/frame/desk';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/fields';
import { changedRecipient, changeRecipientBody, mailList } from '@/lib/payouts/mails/schema';
import type { ActionProps } from './payout-actions';

/** Mails the recipient their link once more, to the address that the payout has. */
export function MailLink({ story: { payout } }: ActionProps) {
  const may = useMay('payouts:write');
  const router = useRouter();
  const { run, pending, problem } = useAction();
  const [sent, setSent] = useState(false);
  if (!may || payout.recipient.type !== 'email' || payout.status !== 'pending' || payout.cancellation) return null;
  const send = async () => {
    const path = `/api/desk/payouts/${payout.id}/invitation`;
    const answer = await run(path, { method: 'POST', body: {}, returns: mailList });
    setSent(answer.ok);
    router.refresh();
  };
  return (
    <>
      <button type="button" className={buttonClass('small')} disabled={pending} onClick={send}>
        {sent ? 'Mailed again' : 'Mail the link again'}
      </button>
      {problem && <Callout tone="bad">{problem.detail}</Callout>}
    </>
  );
}

/** Sends the payout to another mailbox: the link before it is over, and the new address is mailed its own. */
export function ChangeRecipient({ story: { payout, approvals } }: ActionProps) {
  const may = useMay('payouts:write');
  const [open, setOpen] = useState(false);
  const waits = payout.status === 'awaiting_approval';
  const changeable = waits || (payout.status === 'pending' && approvals === null);
  if (!may || payout.recipient.type !== 'email' || !changeable || payout.cancellation) return null;
  const close = () => setOpen(false);
  return (
    <>
      <button type="button" className={buttonClass('small')} onClick={() => setOpen(true)}>
        Change the address
      </button>
      <Dialog open={open} onClose={close} title="Send it to another mailbox?">
        <AddressForm id={payout.id} onDone={close} />
      </Dialog>
    </>
  );
}

function AddressForm({ id, onDone }: { id: string; onDone: () => void }) {
  const router = useRouter();
  const action = useAction();
  const [typed, setTyped] = useState('');
  const body = { email: typed.trim() };
  const change = async () => {
    const path = `/api/desk/payouts/${id}/recipient`;
    const answer = await action.run(path, { method: 'POST', body, returns: changedRecipient });
    if (answer.ok) onDone();
    router.refresh();
  };
  const { form, fault } = useForm(action, schemaFaults(changeRecipientBody, body), change);
  return (
    <form {...form} className="space-y-4 text-sm">
      <p>The link that was sent stops working at once, and what was proved with it counts no more.</p>
      <TextField
        name="email"
        label="Their mail address"
        fault={fault('email')}
        type="email"
        required
        maxLength={254}
        autoCapitalize="off"
        value={typed}
        onChange={setTyped}
      />
      {action.problem && <Callout tone="bad">{action.problem.detail}</Callout>}
      <button type="submit" disabled={action.pending} className={buttonClass('smallPrimary')}>
        Change it and mail them
      </button>
    </form>
  );
}
