import Link from 'next/link';
import { Status } from '@/components/ui/status';
import type { GuideStep } from '@/db/vocabulary/merchants';
import type { GuideStepOnPage } from '@/lib/desk/guide/schema';
import { stepWords } from './words';

const states = { done: 'done', open: 'to do', unknown: 'not known now' } as const;
const tones = { done: 'good', open: 'quiet', unknown: 'warn' } as const;

/** All steps with how each stands; every one can be opened at any time. A narrow screen has their numbers in a row. */
export function StepNav({ steps, at }: { steps: readonly GuideStepOnPage[]; at: GuideStep }) {
  if (steps.length === 0) return null;
  return (
    <nav aria-label="Steps">
      <ol className="grid grid-cols-8 gap-0.5 text-sm lg:grid-cols-1">
        {steps.map(({ step, state }, index) => (
          <li key={step}>
            <Link
              href={`/dashboard/guide?step=${step}`}
              prefetch={false}
              aria-current={step === at ? 'step' : undefined}
              className="relative flex min-h-11 flex-col items-center justify-center gap-0.5 rounded-lg hover:bg-sunken lg:min-h-10 lg:flex-row lg:justify-between lg:gap-3 lg:px-3 aria-[current=step]:bg-sunken aria-[current=step]:font-medium"
            >
              <span>
                {index + 1}
                <span className="max-lg:sr-only">. {stepWords[step].title}</span>
              </span>
              <Status tone={tones[state]}>
                <span className="text-xs max-lg:sr-only">{states[state]}</span>
              </Status>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
