import Link from 'next/link';
import type { ReactNode } from 'react';
import { UncopiedWarning } from '@/components/desk/dialogs/uncopied';
import { DeskFacts } from '@/components/desk/frame/desk';
import { GoingProvider } from '@/components/desk/frame/going';
import { LiveProvider, LiveRefresh, LiveState } from '@/components/desk/frame/live';
import { type ProofPlaces, StepUp } from '@/components/desk/frame/step-up';
import { Badge } from '@/components/ui/badge';
import { inputClass } from '@/components/ui/field';
import { TimesIn } from '@/components/ui/figures/time-zone';
import { zoneWords } from '@/components/ui/figures/zone-words';
import type { Viewer } from '@/lib/access/schema';
import { Account } from './account';
import { MerchantSwitch } from './merchant-switch';
import { DeskNav } from './nav';
import { PhoneBar } from './phone-bar';
import { sectionsFor } from './sections';
import { Shortcuts } from './shortcuts';

type ShellProps = { viewer: Viewer; places: ProofPlaces; children: ReactNode };

/** The frame of every page of the desk: where you are, as whom, and the ways to elsewhere. */
export function Shell({ viewer, places, children }: ShellProps) {
  const groups = sectionsFor(viewer.permissions);
  const maySearch = viewer.permissions.includes('payouts:read');
  return (
    <DeskFacts viewer={viewer}>
      <GoingProvider>
        <StepUp places={places}>
          <LiveProvider>
            <UncopiedWarning>
              <LiveRefresh topics={['team']} subject={viewer.user_id} />
              <nav aria-label="Within this page">
                <a
                  href="#main"
                  className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-lg focus:bg-surface focus:px-4 focus:py-2"
                >
                  To the page’s content
                </a>
              </nav>
              <div className="lg:grid lg:grid-cols-[13.5rem_minmax(0,1fr)]">
                <aside className="sticky top-0 hidden h-dvh flex-col gap-3 border-r border-line px-3 py-3 lg:flex">
                  <MerchantSwitch />
                  {maySearch && <SearchBox />}
                  <div className="-mx-1 grow overflow-y-auto px-1 py-1">
                    <DeskNav groups={groups} />
                  </div>
                  <div>
                    <LiveState />
                    <ZoneMark zone={viewer.time_zone} />
                  </div>
                  <Account />
                </aside>
                <header className="sticky top-0 z-20 flex min-h-11 items-center justify-between gap-3 border-b border-line bg-ground px-4 text-sm sm:px-6 lg:hidden">
                  <p className="flex min-w-0 items-center gap-2">
                    <bdi className="truncate font-semibold">{viewer.merchant.name}</bdi>
                    {viewer.merchant.test_mode && <Badge>Test</Badge>}
                  </p>
                  <div className="flex min-w-0 items-center">
                    <ZoneMark zone={viewer.time_zone} />
                    <div className="shrink-0">
                      <LiveState />
                    </div>
                  </div>
                </header>
                <main id="main" tabIndex={-1} className="min-w-0 px-4 pt-5 pb-28 sm:px-6 lg:px-8 lg:pt-6 lg:pb-12">
                  {viewer.merchant.test_mode && <TestBand />}
                  <div className="mx-auto w-full max-w-6xl">
                    <TimesIn zone={viewer.time_zone}>{children}</TimesIn>
                  </div>
                </main>
              </div>
              <PhoneBar groups={groups} />
              <Shortcuts groups={groups} />
            </UncopiedWarning>
          </LiveProvider>
        </StepUp>
      </GoingProvider>
    </DeskFacts>
  );
}

/** Above every page of a test merchant, so that its figures are never taken for real money. */
function TestBand() {
  return (
    <p className="-mx-4 -mt-5 mb-5 bg-warn-ground px-4 py-1.5 text-center text-xs text-warn sm:-mx-6 lg:-mx-8 lg:-mt-6 lg:mb-6">
      Test money: this merchant pays on test networks alone, and nothing here is worth anything.
    </p>
  );
}

/** In which zone every time on the page is, always in sight. */
function ZoneMark({ zone }: { zone: string }) {
  return (
    <Link
      href="/dashboard/account#time-zone"
      prefetch={false}
      title={`Times and days here are in ${zoneWords(zone)}. Choose another zone in your account.`}
      className="flex min-h-6 max-w-32 min-w-0 items-center rounded-sm px-2.5 text-xs text-quiet hover:text-text lg:max-w-none"
    >
      <span className="sr-only">Times are in </span>
      <span className="truncate">{zoneWords(zone)}</span>
    </Link>
  );
}

function SearchBox() {
  return (
    <search>
      <form action="/dashboard/payouts">
        <input
          data-search
          name="q"
          type="search"
          aria-label="Search payouts"
          aria-keyshortcuts="/"
          placeholder="Search payouts"
          autoComplete="off"
          spellCheck={false}
          maxLength={300}
          className={inputClass}
        />
      </form>
    </search>
  );
}
