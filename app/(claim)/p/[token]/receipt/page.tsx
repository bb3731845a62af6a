import type { Metadata } from 'next';
import { findClaim, findReceiptOf } from '@/app/(claim)/p/[token]/find-claim';
import { Receipt } from '@/components/claim/page/receipt';
import { type AddressQuery, pageLanguage, pageQuery } from '@/lib/http/pages/page-language';
import { wordsIn } from '@/lib/words/words-in';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const say = wordsIn(await pageLanguage());
  return { title: say('receipt.title'), robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

type PageProps = { params: Promise<{ token: string }>; searchParams: Promise<AddressQuery> };

export default async function Page({ params, searchParams }: PageProps) {
  const { token } = await params;
  const say = wordsIn(await pageLanguage());
  const query = pageQuery(say.language, await searchParams);
  const [view, answer] = await Promise.all([findClaim(token), findReceiptOf(token)]);
  return <Receipt view={view} answer={answer} token={token} say={say} query={query} />;
}
