'use client';
import { outcomeWords, payoutCount } from '@/components/desk/words/approval-words';
import { buttonClass } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import type { PayoutRow } from '@/lib/desk/list/schema';
import type { Decided } from './use-decisions';

function Close({ onClose }: { onClose: () => void }) {
  return (
    <button type="button" className={buttonClass('bare')} onClick={onClose}>
      Close
    </button>
  );
}

/** What became of what the person just decided, with a reason for each that was refused. */
export function DecidedCallout({ decided, onClose }: { decided: Decided | null; onClose: () => void }) {
  if (!decided) return null;
  const { verb, lines, waiting, refused } = decided;
  const [first] = lines;
  const what = lines.length === 1 && first ? first.payout.reference : payoutCount(lines.length);
  return (
    <>
      {lines.length > 0 && (
        <Callout tone="good" actions={<Close onClose={onClose} />}>
          You {verb === 'approved' ? `approved ${what}` : `turned ${what} down`}.
          {waiting > 0 &&
            ` ${waiting === lines.length ? 'One more person is needed' : `${waiting} of them need one more person`}.`}
        </Callout>
      )}
      {refused.map(({ line, problem }) => (
        <Callout key={line.payout.id} tone="bad">
          <strong className="font-semibold">
            <bdi>{line.payout.reference}</bdi>
          </strong>{' '}
          was not {verb}. {problem.detail}
        </Callout>
      ))}
    </>
  );
}

export function MeanwhileCallout({ gone, onClose }: { gone: readonly PayoutRow[]; onClose: () => void }) {
  if (gone.length === 0) return null;
  return (
    <Callout actions={<Close onClose={onClose} />}>
      Decided by others just now: {gone.map(outcomeWords).join('; ')}.
    </Callout>
  );
}
