'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useMay } from '@/components/desk/frame/desk';
import { schemaFaults } from '@/components/desk/frame/own-faults';
import { ProblemCallout } from '@/components/desk/frame/problem-callout';
import { useAction } from '@/components/desk/frame/use-action';
import { useForm } from '@/components/desk/frame/use-form';
import { buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextAreaField } from '@/components/ui/fields';
import { decideRewardBody, type RewardAnswer } from '@/lib/rewards/schema';

type Decision = 'admit' | 'reverse';

const words: Record<Decision, { verb: string; title: string; follows: string }> = {
  admit: { verb: 'Let in', title: 'Let this reward in?', follows: 'Its coins are the user’s from then on.' },
  reverse: {
    verb: 'Take back',
    title: 'Take this reward back?',
    follows:
      'Its coins are gone for good, also where they are redeemed: then the user is below zero until they earn more. An open payout goes on unless you cancel it.',
  },
};

/** What a person can still decide of a reward. */
export function DecideReward({ reward }: { reward: RewardAnswer }) {
  const [asked, setAsked] = useState<Decision | null>(null);
  if (!useMay('payouts:write') || reward.status === 'reversed') return null;
  const open: Decision[] = reward.status === 'held' ? ['admit', 'reverse'] : ['reverse'];
  return (
    <>
      <span className="inline-flex flex-wrap justify-end gap-2">
        {open.map((one) => (
          <button key={one} type="button" className={buttonClass('small')} onClick={() => setAsked(one)}>
            {words[one].verb}
          </button>
        ))}
      </span>
      <Dialog open={asked !== null} onClose={() => setAsked(null)} title={words[asked ?? 'reverse'].title}>
        <DecisionForm reward={reward} decision={asked ?? 'reverse'} onDone={() => setAsked(null)} />
      </Dialog>
    </>
  );
}

type DecisionFormProps = { reward: RewardAnswer; decision: Decision; onDone: () => void };

function DecisionForm({ reward, decision, onDone }: DecisionFormProps) {
  const { run, pending, problem, clear } = useAction();
  const [reason, setReason] = useState('');
  const router = useRouter();
  const body = { reason: reason.trim() };
  const { form, fault } = useForm({ problem, clear }, schemaFaults(decideRewardBody, body), async () => {
    if (!(await run(`/api/v1/rewards/${reward.id}/${decision}`, { method: 'POST', body })).ok) return;
    onDone();
    router.refresh();
  });
  return (
    <form {...form} className="space-y-4 text-sm">
      <p className="text-pretty text-quiet">{words[decision].follows}</p>
      <TextAreaField
        name="reason"
        label="Why"
        hint="Stands in the audit."
        fault={fault('reason')}
        rows={2}
        required
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
      <ProblemCallout problem={problem} fields={['reason']} />
      <button
        type="submit"
        className={buttonClass(decision === 'reverse' ? 'smallDanger' : 'smallPrimary')}
        disabled={pending}
      >
        {pending ? 'One moment …' : words[decision].verb}
      </button>
    </form>
  );
}
