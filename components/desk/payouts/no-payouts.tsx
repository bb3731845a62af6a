import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import type { PayoutList } from '@/lib/desk/list/schema';

/** Where the merchant has no payout yet; `may` says whether the one who looks makes some. */
export function FirstPayout({ may }: { may: boolean }) {
  return (
    <Empty
      title="No payouts yet"
      action={
        <>
          {may && <NewPayoutLink />}
          <Link href="/docs" prefetch={false} className={buttonClass(may ? 'small' : 'smallPrimary')}>
            {may ? 'Or with the API' : 'How your server makes them'}
          </Link>
        </>
      }
    >
      Payouts that you make here, or your server by the API, appear here by themselves, and stay as long as your books
      do.
    </Empty>
  );
}

export function NewPayoutLink() {
  return (
    <Link href="/dashboard/payouts/new" prefetch={false} className={buttonClass('smallPrimary')}>
      New payout
    </Link>
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
        ? 'Ids, addresses, e-mail addresses and hashes are found when they are whole; references and descriptions by any part of them.'
        : 'No payout of this merchant is like that.'}
    </Empty>
  );
}
