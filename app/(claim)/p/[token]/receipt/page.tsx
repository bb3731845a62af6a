import type { Metadata } from 'next';
import { findClaim } from '@/app/(claim)/p/[token]/find-claim';
import { Receipt } from '@/components/claim/page/receipt';
import { pageLanguage } from '@/lib/http/pages/page-language';
import { wordsIn } from '@/lib/words/words-in';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const say = wordsIn(await pageLanguage());
  return { title: say('receipt.title'), robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const say = wordsIn(await pageLanguage());
  return <Receipt view={await findClaim(token)} token={token} say={say} query="" />;
}
