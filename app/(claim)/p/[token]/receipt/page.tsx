import type { Metadata } from 'next';
import { findClaim } from '@/app/(claim)/p/[token]/find-claim';
import { Receipt } from '@/components/claim/page/receipt';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = {
  title: 'Receipt',
  robots: { index: false, follow: false },
  referrer: 'no-referrer',
};

export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return <Receipt view={await findClaim(token)} token={token} />;
}
