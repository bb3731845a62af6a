'use client';
import type { ReactNode } from 'react';
import type { ProofPlaces } from '@/components/desk/frame/step-up';
import { useMayOperate } from '@/components/operator/frame/operator-facts';
import type { CheckStep } from '@/lib/operators/checklist/schema';
import { DeployContract } from './deploy-contract';
import { ConfirmBackup, FeeCollector, TestMail } from './step-forms';

const states: Readonly<Record<CheckStep['state'], { words: string; tone: string }>> = {
  done: { words: 'Done', tone: 'text-good' },
  open: { words: 'To do', tone: 'text-warn' },
  trouble: { words: 'Look at it', tone: 'text-bad' },
  spare: { words: 'Not needed', tone: 'text-quiet' },
};

/** Every step with how it is, and below it what can be done. */
export function StepList({ steps, places }: { steps: readonly CheckStep[]; places: ProofPlaces }) {
  const mayChange = useMayOperate('installation:write');
  return (
    <ol className="divide-y divide-line rounded-lg border border-line bg-surface">
      {steps.map((step) => (
        <li key={`${step.id} ${step.chain}`} className="px-4 py-3">
          <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
            <h2 className="text-[0.9375rem] font-medium">{step.name}</h2>
            <p className={`text-sm font-medium ${states[step.state].tone}`}>{states[step.state].words}</p>
          </div>
          <p className="mt-0.5 max-w-prose text-sm text-pretty wrap-anywhere text-quiet">{step.said}</p>
          {mayChange && <Act step={step} places={places} />}
        </li>
      ))}
    </ol>
  );
}

function Act({ step, places }: { step: CheckStep; places: ProofPlaces }): ReactNode {
  switch (step.id) {
    case 'contract':
      return step.state === 'open' && step.chain ? <DeployContract chain={step.chain} places={places} /> : null;
    case 'mail':
      return <TestMail mailbox={places.mailbox} />;
    case 'backup':
      return <ConfirmBackup />;
    case 'fee_collector':
      return <FeeCollector />;
    default:
      return null;
  }
}
