'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useMay } from '@/components/desk/frame/desk';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Choice } from '@/components/ui/choice';
import { Dialog } from '@/components/ui/dialog';
import { TextAreaField } from '@/components/ui/fields';
import { paymentState } from '@/lib/by-hand/sightings/schema';
import type { PayoutStory } from '@/lib/desk/story/schema';
import { hasOpenOutcome } from './open-outcome';

/** Shorter is no reason that anybody could follow later. */
const shortestReason = 10;

/** On the page of one payout: ends a payment whose outcome stays open, by proof or at an owner's own risk. */
export function WriteOffPayment({ story }: { story: PayoutStory }) {
  const may = useMay('payouts:pay');
  const [open, setOpen] = useState(false);
  if (!may || !hasOpenOutcome(story)) return null;
  return (
    <>
      <button type="button" className={buttonClass('small')} onClick={() => setOpen(true)}>
        Write off the payment
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={`Write off the payment of ${story.payout.reference}?`}>
        <WriteOff story={story} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function WriteOff({ story, onDone }: { story: PayoutStory; onDone: () => void }) {
  const mayRisk = useMay('payouts:write_off');
  const router = useRouter();
  const { run, pending, problem } = useAction();
  const [unproven, setUnproven] = useState<string | null>(null);
  const writeOff = async (own_risk?: { reason: string }) => {
    const body = { payout_id: story.payout.id, own_risk };
    const answer = await run('/api/desk/payments/release', { method: 'POST', body, returns: paymentState });
    if (answer.ok) onDone();
    else if (answer.problem.code === 'outcome_unproven') setUnproven(answer.problem.detail ?? answer.problem.title);
    router.refresh();
  };
  if (unproven === null) {
    return (
      <div className="space-y-4 text-sm">
        <p className="text-quiet">
          We read the network’s final blocks. If they prove that this payment can never arrive any more, the payout is
          offered again. If they do not, nothing changes.
        </p>
        <ProblemCallout problem={problem} />
        <button type="button" disabled={pending} onClick={() => writeOff()} className={buttonClass('smallPrimary')}>
          {pending ? 'Reading the network …' : 'Look, and write it off if proved'}
        </button>
      </div>
    );
  }
  return (
    <div className="space-y-4 text-sm">
      <Callout tone="warn">{unproven}</Callout>
      {problem?.code !== 'outcome_unproven' && <ProblemCallout problem={problem} />}
      {mayRisk ? (
        <AtOwnRisk pending={pending} onWriteOff={(reason) => writeOff({ reason })} />
      ) : (
        <p className="text-quiet">Nothing has changed. An owner of the team can still write it off.</p>
      )}
    </div>
  );
}

function AtOwnRisk({ pending, onWriteOff }: { pending: boolean; onWriteOff: (reason: string) => void }) {
  const [reason, setReason] = useState('');
  const [known, setKnown] = useState(false);
  const ready = known && reason.trim().length >= shortestReason;
  return (
    <>
      <TextAreaField
        label="Why you are sure that it will not be paid"
        hint="The audit keeps it, with your name."
        rows={3}
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
      <Choice
        type="checkbox"
        label="I know that it may then be paid twice, and that this cannot be taken back"
        checked={known}
        onChange={(event) => setKnown(event.target.checked)}
      />
      <button
        type="button"
        disabled={pending || !ready}
        onClick={() => onWriteOff(reason.trim())}
        className={buttonClass('smallDanger')}
      >
        Write it off at my own risk
      </button>
    </>
  );
}
