import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import type { GuideOnPage } from '@/lib/desk/guide/schema';
import { stepWords } from './words';

/** On the overview until the first payout is through: how far the merchant is, and the next step. */
export function GuideCard({ guide }: { guide: GuideOnPage }) {
  const { steps } = guide;
  const done = steps.filter(({ state }) => state === 'done').length;
  const next = steps.find(({ state }) => state !== 'done');
  if (!next) return null;
  return (
    <section aria-label="Your first payout" className="mb-8 rounded-lg border border-line-strong bg-surface p-5">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h2 className="font-semibold">Your first payout</h2>
          <p className="mt-1 max-w-prose text-sm text-pretty text-quiet">
            {done} of {steps.length} steps are done. Next: {stepWords[next.step].title}. You can leave at any time and
            go on here.
          </p>
        </div>
        <Link href={`/dashboard/guide?step=${next.step}`} prefetch={false} className={buttonClass('smallPrimary')}>
          {done === 0 ? 'Begin' : 'Go on'}
        </Link>
      </div>
      <progress
        className="mt-4 h-1.5 w-full accent-accent"
        max={steps.length}
        value={done}
        aria-label="Steps that are done"
      />
    </section>
  );
}
