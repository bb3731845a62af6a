import type { Metadata } from 'next';
import Link from 'next/link';
import { deskPage } from '@/app/(dashboard)/dashboard/desk-page';
import { ApprovalDesk } from '@/components/desk/approvals/approval-desk';
import { LiveRefresh } from '@/components/desk/frame/live';
import { buttonClass } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';
import { PageHeader } from '@/components/ui/page-header';
import { viewApprovals } from '@/lib/desk/approvals/view';

export const metadata: Metadata = { title: 'Approvals' };

type Props = { searchParams: Promise<{ payouts?: string | string[] }> };

export default async function Page({ searchParams }: Props) {
  const { ctx } = await deskPage('payouts:read');
  const lines = await viewApprovals(ctx);
  const chosen = [(await searchParams).payouts ?? []].flat().flatMap((text) => text.split(','));
  return (
    <>
      <LiveRefresh topics={['payouts']} />
      <PageHeader title="Approvals" lead="Nothing on this page is paid before enough people consented to it." />
      {lines.length === 0 && (
        <Empty
          title="Nothing waits for approval"
          action={
            <Link href="/dashboard/settings" prefetch={false} className={buttonClass('small')}>
              See the approval rules
            </Link>
          }
        >
          A payout that needs one or two people appears here by itself. Which ones do is a matter of your approval
          rules.
        </Empty>
      )}
      <ApprovalDesk lines={lines} chosen={chosen} />
    </>
  );
}
