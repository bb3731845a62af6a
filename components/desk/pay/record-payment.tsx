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
import { recordBody } from '@/lib/by-hand/sightings/schema';
import type { PayoutStory } from '@/lib/desk/story/schema';
import { isByHand } from '@/lib/rails/traits';
import { type PayoutAnswer, payoutAnswer } from '@/lib/wire/payout';

/** Whether a payment that was made elsewhere can settle it now. */
function isRecordable({ rail, status, cancellation }: PayoutAnswer): boolean {
  return isByHand(rail) && (status === 'pending' || status === 'processing') && cancellation === null;
}

/** Takes the hash of a payment that was made elsewhere; the portal reads from the chain whether it fits. */
export function RecordPayment({ story: { payout } }: { story: PayoutStory }) {
  const may = useMay('payouts:pay');
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [recorded, setRecorded] = useState<PayoutAnswer | null>(null);
  if (!may || !(isRecordable(payout) || open)) return null;
  const close = () => {
    setOpen(false);
    setRecorded(null);
    router.refresh();
  };
  return (
    <>
      <button type="button" className={buttonClass('small')} onClick={() => setOpen(true)}>
        Record a payment made elsewhere
      </button>
      <Dialog open={open} onClose={close} title={recorded ? 'Recorded' : 'Record a payment made elsewhere'}>
        {recorded ? (
          <Recorded payout={recorded} onClose={close} />
        ) : (
          <RecordForm payout={payout} onRecorded={setRecorded} />
        )}
      </Dialog>
    </>
  );
}

type RecordFormProps = { payout: PayoutAnswer; onRecorded: (payout: PayoutAnswer) => void };

function RecordForm({ payout, onRecorded }: RecordFormProps) {
  const [hash, setHash] = useState('');
  const [sender, setSender] = useState('');
  const { run, pending, problem, clear } = useAction();
  const body = { hash: hash.trim(), ...(sender.trim() && { sender: sender.trim() }) };
  const { form, fault } = useForm({ problem, clear }, schemaFaults(recordBody, body), async () => {
    const path = `/api/desk/payouts/${payout.id}/record`;
    const answer = await run(path, { method: 'POST', body, returns: payoutAnswer });
    if (answer.ok) onRecorded(answer.data);
  });
  return (
    <form {...form} className="space-y-4 text-sm">
      <p className="text-quiet">
        It must have paid exactly {payout.net} {payout.asset} to{' '}
        <span className="break-all">{payout.recipient.address}</span>, from a wallet that has signed for your team. We
        read it from the network; nothing is taken on trust.
      </p>
      <TextField
        name="hash"
        label="Hash of the transfer"
        fault={fault('hash')}
        mono
        placeholder="0x…"
        value={hash}
        onChange={setHash}
      />
      <TextField
        name="sender"
        label="Wallet that paid, if it cannot sign that it is yours"
        hint="An exchange’s, for example. Another member must then record the payment with it, too."
        fault={fault('sender')}
        mono
        placeholder="0x…"
        value={sender}
        onChange={setSender}
      />
      <ProblemCallout problem={problem} fields={['hash', 'sender']} />
      <button type="submit" className={buttonClass('smallPrimary')} disabled={pending}>
        {pending ? 'Looking at the network …' : 'Record this payment'}
      </button>
    </form>
  );
}

/** What the network shows of it so far. */
function Recorded({ payout: { status, transfer }, onClose }: { payout: PayoutAnswer; onClose: () => void }) {
  const paid = status === 'completed';
  const seen = transfer?.status === 'confirming';
  const waits = !paid && !seen ? transfer?.failure_reason : null;
  return (
    <div className="space-y-4 text-sm">
      <Callout tone={paid ? 'good' : 'plain'}>
        {paid && 'It fits, it is confirmed by the network, and the payout is paid.'}
        {!paid && seen && 'It fits. The payout is paid once the network has confirmed it, which happens by itself.'}
        {waits}
        {!paid &&
          !seen &&
          !waits &&
          'The network does not show it in a block yet. We keep looking, and check it as soon as it is there. Until then the payout is not offered for payment.'}
      </Callout>
      <button type="button" className={buttonClass('small')} onClick={onClose}>
        Close
      </button>
    </div>
  );
}
