import type { ReactNode } from 'react';
import { type ProofPlaces, StepUp } from '@/components/desk/frame/step-up';
import { TimesIn } from '@/components/ui/figures/time-zone';
import type { OperatorViewer } from '@/lib/operators/schema';
import { OperatorFacts } from './operator-facts';
import { OperatorAccount, OperatorNav } from './operator-nav';

type OperatorShellProps = { viewer: OperatorViewer; places: ProofPlaces; children: ReactNode };

/** The frame of every page of the operators. */
export function OperatorShell({ viewer, places, children }: OperatorShellProps) {
  return (
    <OperatorFacts viewer={viewer}>
      <StepUp places={places}>
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-lg focus:bg-surface focus:px-4 focus:py-2"
        >
          To the page’s content
        </a>
        <div className="lg:grid lg:grid-cols-[13.5rem_minmax(0,1fr)]">
          <header className="flex flex-col gap-3 border-line border-b px-3 py-3 lg:sticky lg:top-0 lg:h-dvh lg:border-r lg:border-b-0">
            <p className="px-2.5 font-semibold">Drawbridge · operator</p>
            <div className="grow lg:overflow-y-auto">
              <OperatorNav />
            </div>
            <OperatorAccount />
          </header>
          <main id="main" tabIndex={-1} className="min-w-0 px-4 pt-5 pb-12 sm:px-6 lg:px-8 lg:pt-6">
            <div className="mx-auto w-full max-w-6xl">
              <TimesIn zone={viewer.time_zone}>{children}</TimesIn>
            </div>
          </main>
        </div>
      </StepUp>
    </OperatorFacts>
  );
}
