import type { Metadata } from 'next';
import Link from 'next/link';
import { deskPage } from '@/app/(dashboard)/dashboard/desk-page';
import { LiveRefresh } from '@/components/desk/frame/live';
import { KnownWallets } from '@/components/desk/pay/known-wallets';
import { PayDesk } from '@/components/desk/pay/pay-desk';
import { buttonClass } from '@/components/ui/button';
import { PageHeader } from '@/components/ui/page-header';
import { viewPay } from '@/lib/desk/pay/view';
import { listWallets } from '@/lib/wallets/declare';

export const metadata: Metadata = { title: 'Pay by hand' };

type Props = { searchParams: Promise<{ payouts?: string | string[]; after?: string | string[] }> };

export default async function Page({ searchParams }: Props) {
  const { ctx } = await deskPage('payouts:pay');
  const given = await searchParams;
  const chosen = [given.payouts ?? []].flat().flatMap((text) => text.split(',').filter(Boolean));
  const [after] = [given.after ?? []].flat();
  const [page, wallets] = await Promise.all([viewPay(ctx, { ids: chosen, after }), listWallets(ctx)]);
  return (
    <>
      <LiveRefresh topics={['payouts', 'vaults']} />
      <PageHeader
        title="Pay by hand"
        lead="Choose payouts, look at exactly what your wallet will sign, and sign. What counts is what the network shows."
      />
      <PayDesk key={chosen.join()} page={page} chosen={chosen} />
      {(page.next_cursor || after) && (
        <nav aria-label="Pages" className="mt-4 flex gap-2">
          {after && (
            <Link href="/dashboard/pay" prefetch={false} className={buttonClass('small')}>
              To the oldest
            </Link>
          )}
          {page.next_cursor && (
            <Link href={`/dashboard/pay?after=${page.next_cursor}`} prefetch={false} className={buttonClass('small')}>
              Newer ones
            </Link>
          )}
        </nav>
      )}
      <KnownWallets wallets={wallets.data} />
    </>
  );
}
