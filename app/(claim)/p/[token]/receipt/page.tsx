import type { Metadata } from 'next';
import { findClaim, findReceiptOf } from '@/app/(claim)/p/[token]/find-claim';
import { Receipt } from '@/components/claim/page/receipt';
import { languageQuery, pageLanguage } from '@/lib/http/pages/page-language';
import { wordsIn } from '@/lib/words/words-in';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const say = wordsIn(await pageLanguage());
  return { title: say('receipt.title'), robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

type PageProps = { params: Promise<{ token: string }>; searchParams: Promise<{ lang?: string | string[] }> };

export default async function Page({ params, searchParams }: PageProps) {
  const { token } = await params;
  const say = wordsIn(await pageLanguage());
  const query = languageQuery(say.language, (await searchParams).lang);
  const [view, answer] = await Promise.all([findClaim(token), findReceiptOf(token)]);
  return <Receipt view={view} answer={answer} token={token} say={say} query={query} />;
}
