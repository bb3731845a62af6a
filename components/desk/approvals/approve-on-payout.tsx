'use client';
import Link from 'next/link';
import { useMay, useViewer } from '@/components/desk/frame/desk';
import { payoutCount } from '@/components/desk/words/approval-words';
import { isMaker } from '@/components/desk/words/is-maker';
import { buttonClass } from '@/components/ui/button';
import type { PayoutRow } from '@/lib/desk/list/schema';
import type { PayoutStory } from '@/lib/desk/story/schema';

const approveHref = (ids: readonly string[]) => `/dashboard/approvals?payouts=${ids.join(',')}`;

/** On the page of one payout: the way to deciding on it, for everybody but its maker. */
export function ApproveThis({ story }: { story: PayoutStory }) {
  const may = useMay('payouts:approve');
  const { user_id: viewer } = useViewer();
  if (!may || story.payout.status !== 'awaiting_approval' || isMaker(story, viewer)) return null;
  return (
    <Link href={approveHref([story.payout.id])} prefetch={false} className={buttonClass('smallPrimary')}>
      Look at it for approval
    </Link>
  );
}

/** In the payouts table: the way to deciding on those of the selection that wait for it. */
export function ApproveSelection({ rows }: { rows: readonly PayoutRow[] }) {
  const may = useMay('payouts:approve');
  const fit = rows.filter(({ status }) => status === 'awaiting_approval');
  if (!may || fit.length === 0) return null;
  return (
    <Link href={approveHref(fit.map(({ id }) => id))} prefetch={false} className={buttonClass('smallPrimary')}>
      Look at {payoutCount(fit.length)} for approval
    </Link>
  );
}
