import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { deskPage, orNotFound } from '@/app/(dashboard)/dashboard/desk-page';
import { LiveRefresh } from '@/components/desk/frame/live';
import { ReceiptPaper } from '@/components/receipt/receipt-paper';
import { buttonClass } from '@/components/ui/button';
import { Refusal } from '@/lib/kernel/errors';
import { viewReceipt } from '@/lib/payouts/receipts/view-receipt';
import { wordsIn } from '@/lib/words/words-in';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: 'Receipt' };

export default async function Page({ params }: Props) {
  const { ctx } = await deskPage('payouts:read');
  const { id } = await params;
  const answer = await orNotFound(
    viewReceipt(ctx, id).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'no_receipt') notFound();
      throw error;
    }),
  );
  return (
    <div className="mx-auto max-w-2xl">
      <LiveRefresh topics={['payouts']} subject={id} />
      <ReceiptPaper answer={answer} say={wordsIn('en')} file={`/api/v1/payouts/${id}/receipt`}>
        <Link className={buttonClass('quiet')} href={`/dashboard/payouts/${id}`} prefetch={false}>
          Back to the payout
        </Link>
      </ReceiptPaper>
    </div>
  );
}
