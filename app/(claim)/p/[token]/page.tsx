import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { ClaimPage } from '@/components/claim/page/claim-page';
import { CarryKey } from '@/components/claim/whole-link';
import { embedOriginsOf } from '@/lib/claims/embed-origins';
import { pageContext } from '@/lib/http/pages/page-context';
import { type AddressQuery, pageLanguage, pageQuery } from '@/lib/http/pages/page-language';
import { env } from '@/lib/kernel/env';
import { wordsIn } from '@/lib/words/words-in';
import { findClaim } from './find-claim';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const say = wordsIn(await pageLanguage());
  return { title: say('claim.title'), robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

type PageProps = { params: Promise<{ token: string }>; searchParams: Promise<AddressQuery> };

export default async function Page({ params, searchParams }: PageProps) {
  const { token } = await params;
  const say = wordsIn(await pageLanguage());
  const view = await findClaim(token);
  const embedOrigins = await embedOriginsOf(pageContext(), token);
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <>
      <CarryKey nonce={nonce} />
      <ClaimPage
        view={view}
        token={token}
        now={new Date()}
        say={say}
        query={pageQuery(say.language, await searchParams)}
        embedOrigins={embedOrigins}
        walletConnectProjectId={env.WALLETCONNECT_PROJECT_ID}
      />
      {env.DEMO && <script src="/dev/wallet.js" defer nonce={nonce} />}
    </>
  );
}
