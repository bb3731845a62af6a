import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { findClaim } from '@/app/(claim)/p/[token]/find-claim';
import { QuotePage } from '@/components/claim/quoting/quote-page';
import { type AddressQuery, pageLanguage, pageQuery } from '@/lib/http/pages/page-language';
import { wordsIn } from '@/lib/words/words-in';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const say = wordsIn(await pageLanguage());
  return { title: say('claim.quote.heading'), robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

type PageProps = { params: Promise<{ token: string }>; searchParams: Promise<AddressQuery> };

export default async function Page({ params, searchParams }: PageProps) {
  const { token } = await params;
  const say = wordsIn(await pageLanguage());
  const query = pageQuery(say.language, await searchParams);
  const view = await findClaim(token);
  if (!view.display?.valid_until) redirect(`/p/${token}${query}`);
  return <QuotePage {...{ view, token, say, query }} />;
}
