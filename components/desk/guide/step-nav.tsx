import Link from 'next/link';
import { Status } from '@/components/ui/status';
import type { GuideStep } from '@/db/vocabulary';
import type { GuideStepOnPage } from '@/lib/desk/guide/schema';
import { stepWords } from './words';

const states = { done: 'done', open: 'to do', unknown: 'not known now' } as const;
const tones = { done: 'good', open: 'quiet', unknown: 'warn' } as const;

/** All steps with how each stands; every one can be opened at any time. */
export function StepNav({ steps, at }: { steps: readonly GuideStepOnPage[]; at: GuideStep }) {
  if (steps.length === 0) return null;
  return (
    <nav aria-label="Steps">
      <ol className="space-y-0.5 text-sm">
        {steps.map(({ step, state }, index) => (
          <li key={step}>
            <Link
              href={`/dashboard/guide?step=${step}`}
              prefetch={false}
              aria-current={step === at ? 'step' : undefined}
              className="flex min-h-10 items-center justify-between gap-3 rounded-lg px-3 hover:bg-sunken aria-[current=step]:bg-sunken aria-[current=step]:font-medium"
            >
              <span>
                {index + 1}. {stepWords[step].title}
              </span>
              <Status tone={tones[state]}>
                <span className="text-xs">{states[state]}</span>
              </Status>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
