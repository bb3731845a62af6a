'use client';
import { useEffect, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Time } from '@/components/ui/figures/time';
import { payoutCount } from './pay-words';
import type { Holding } from './use-hold';

type HoldLineProps = { holding: Holding; ids: readonly string[]; count: number; onGiveUp: () => void };

/** True from `iso` on. */
function useOver(iso: string | null): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    if (iso === null) return;
    setOver(false);
    const timer = setTimeout(setOver, Math.max(0, Date.parse(iso) - Date.now()), true);
    return () => clearTimeout(timer);
  }, [iso]);
  return over;
}

/** Until when nobody else can pay these, and the ways to change that. */
export function HoldLine({ holding, ids, count, onGiveUp }: HoldLineProps) {
  const over = useOver(holding.until);
  const actions = (
    <span className="flex flex-wrap gap-2">
      <button
        type="button"
        className={buttonClass('small')}
        disabled={holding.pending}
        onClick={() => holding.hold(ids)}
      >
        {`Keep ${count === 1 ? 'it' : 'them'} ${over ? 'for me again' : 'longer'}`}
      </button>
      <button type="button" className={buttonClass('bare')} onClick={onGiveUp}>
        Give up
      </button>
    </span>
  );
  return (
    <>
      <Callout tone={over ? 'warn' : 'plain'} actions={actions}>
        {over ? (
          <>
            Your time with {payoutCount(count)} ran out: another member may pay {count === 1 ? 'it' : 'them'} now.
            Nothing was signed.
          </>
        ) : (
          <>
            {payoutCount(count)} kept for you{' '}
            {holding.until && (
              <>
                until <Time iso={holding.until} as="clock" />
              </>
            )}
            . Nobody else can pay {count === 1 ? 'it' : 'them'} meanwhile.
          </>
        )}
      </Callout>
      {holding.problem && <Callout tone="bad">{holding.problem.detail} Nothing has moved.</Callout>}
    </>
  );
}
