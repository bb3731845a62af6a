'use client';
import Link from 'next/link';
import { useMay } from '@/components/desk/frame/desk';
import { payoutCount } from '@/components/desk/pay/run/pay-words';
import { buttonClass } from '@/components/ui/button';
import type { PayoutRow } from '@/lib/desk/list/schema';
import type { PayoutStory } from '@/lib/desk/story/schema';
import { isByHand } from '@/lib/rails/traits';
import { hasOpenOutcome } from './open-outcome';

const payHref = (ids: readonly string[]) => `/dashboard/pay?payouts=${ids.join(',')}`;

/** On the page of one payout: the way to paying it. */
export function PayThis({ story }: { story: PayoutStory }) {
  const { payout } = story;
  const may = useMay('payouts:pay');
  if (!may || !isByHand(payout.rail) || payout.cancellation) return null;
  const underWay = payout.status === 'processing' || hasOpenOutcome(story);
  if (payout.status !== 'pending' && !underWay) return null;
  return (
    <Link href={payHref([payout.id])} prefetch={false} className={buttonClass(underWay ? 'small' : 'smallPrimary')}>
      {underWay ? 'See how the payment stands' : 'Pay by hand'}
    </Link>
  );
}

/** In the payouts table: the way to paying those of the selection that are paid by hand. */
export function PaySelection({ rows }: { rows: readonly PayoutRow[] }) {
  const may = useMay('payouts:pay');
  const fit = rows.filter((row) => isByHand(row.rail) && row.status === 'pending' && !row.cancellation);
  if (!may || fit.length === 0) return null;
  return (
    <Link href={payHref(fit.map(({ id }) => id))} prefetch={false} className={buttonClass('smallPrimary')}>
      Pay {payoutCount(fit.length)} by hand
    </Link>
  );
}
