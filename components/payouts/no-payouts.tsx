import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import type { PayoutList } from '@/lib/desk/schema';

/** Where the merchant has no payout yet. */
export function FirstPayout() {
  return (
    <Empty
      title="No payouts yet"
      action={
        <Link href="/docs" prefetch={false} className={buttonClass('smallPrimary')}>
          Make the first one with the API
        </Link>
      }
    >
      Payouts that your server makes appear here by themselves, and stay as long as your books do.
    </Empty>
  );
}

/** Where filters let nothing in. */
export function NoMatch({ list, q }: { list: PayoutList; q: string | undefined }) {
  if (list.after)
    return <Empty title="Nothing so far">Nothing matched as far as was looked. There are older payouts.</Empty>;
  return (
    <Empty
      title="No payout matches"
      action={
        <Link href="/dashboard/payouts" prefetch={false} className={buttonClass('small')}>
          Show all payouts
        </Link>
      }
    >
      {q
        ? 'Ids, addresses, e-mail addresses and hashes are found when they are whole; references by how they begin, as you wrote them.'
        : 'No payout of this merchant is like that.'}
    </Empty>
  );
}
