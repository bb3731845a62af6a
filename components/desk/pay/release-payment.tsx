'use client';
import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { useMay } from '@/components/desk/frame/desk';
import { ProblemNotice } from '@/components/desk/frame/problem-notice';
import { useAction } from '@/components/desk/frame/use-action';
import { buttonClass } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Dialog } from '@/components/ui/dialog';
import { controlOf, Field, inputClass } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { paymentState } from '@/lib/by-hand/sightings/schema';
import type { PayoutStory } from '@/lib/desk/story/schema';
import { hasOpenOutcome } from './open-outcome';

/** Shorter is no reason that anybody could follow later. */
const shortestReason = 10;

/** On the page of one payout: ends a payment whose outcome stays open, by proof or at an owner's own risk. */
export function ReleasePayment({ story }: { story: PayoutStory }) {
  const may = useMay('payouts:pay');
  const [open, setOpen] = useState(false);
  if (!may || !hasOpenOutcome(story)) return null;
  return (
    <>
      <button type="button" className={buttonClass('small')} onClick={() => setOpen(true)}>
        Release the payment
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={`Release the payment of ${story.payout.reference}?`}>
        <Release story={story} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Release({ story, onDone }: { story: PayoutStory; onDone: () => void }) {
  const mayRisk = useMay('payouts:release');
  const router = useRouter();
  const { run, pending, problem } = useAction();
  const [unproven, setUnproven] = useState<string | null>(null);
  const release = async (own_risk?: { reason: string }) => {
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
        <ProblemNotice problem={problem} />
        <button type="button" disabled={pending} onClick={() => release()} className={buttonClass('smallPrimary')}>
          {pending ? 'Reading the network …' : 'Look, and release it if proved'}
        </button>
      </div>
    );
  }
  return (
    <div className="space-y-4 text-sm">
      <Notice tone="warn">{unproven}</Notice>
      {problem?.code !== 'outcome_unproven' && <ProblemNotice problem={problem} />}
      {mayRisk ? (
        <AtOwnRisk pending={pending} onRelease={(reason) => release({ reason })} />
      ) : (
        <p className="text-quiet">Nothing has changed. An owner of the team can release it all the same.</p>
      )}
    </div>
  );
}

function AtOwnRisk({ pending, onRelease }: { pending: boolean; onRelease: (reason: string) => void }) {
  const id = useId();
  const [reason, setReason] = useState('');
  const [known, setKnown] = useState(false);
  const ready = known && reason.trim().length >= shortestReason;
  return (
    <>
      <Field id={id} label="Why you are sure that it will not be paid" hint="The audit keeps it, with your name.">
        <textarea
          {...controlOf(id)}
          rows={3}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          className={inputClass}
        />
      </Field>
      <Choice
        type="checkbox"
        label="I know that it may then be paid twice, and that this cannot be taken back"
        checked={known}
        onChange={(event) => setKnown(event.target.checked)}
      />
      <button
        type="button"
        disabled={pending || !ready}
        onClick={() => onRelease(reason.trim())}
        className={buttonClass('smallDanger')}
      >
        Release it at my own risk
      </button>
    </>
  );
}
