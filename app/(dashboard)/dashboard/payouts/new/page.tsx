import type { Metadata } from 'next';
import Link from 'next/link';
import { deskPage } from '@/app/(dashboard)/dashboard/desk-page';
import { NewPayout } from '@/components/desk/payouts/new/new-payout';
import { suggestReference } from '@/components/desk/payouts/new/new-payout-draft';
import { Empty } from '@/components/ui/empty';
import { PageHeader } from '@/components/ui/page-header';
import { listPayoutAssets } from '@/lib/payouts/terms/list-assets';
import { displayCurrencies } from '@/lib/quotes/currencies';

export const metadata: Metadata = { title: 'New payout' };

export default async function Page() {
  const { ctx, viewer } = await deskPage('payouts:write');
  const [first, ...others] = await listPayoutAssets(ctx);
  return (
    <>
      <PageHeader
        title="New payout"
        above={
          <Link href="/dashboard/payouts" prefetch={false} className="hover:text-text hover:underline">
            Payouts
          </Link>
        }
      />
      {first ? (
        <NewPayout
          assets={[first, ...others]}
          currencies={displayCurrencies()}
          reference={suggestReference(ctx.clock.now(), viewer.time_zone)}
        />
      ) : (
        <Empty title="There is no asset to pay out">
          Your portal’s operator sets up which assets you pay out, and on which networks.
        </Empty>
      )}
    </>
  );
}
