import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { ClaimPage } from '@/components/claim/page/claim-page';
import { embedOriginsOf } from '@/lib/claims/embed-origins';
import { pageContext } from '@/lib/http/pages/page-context';
import { pageLanguage } from '@/lib/http/pages/page-language';
import { env } from '@/lib/kernel/env';
import { wordsIn } from '@/lib/words/words-in';
import { findClaim } from './find-claim';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const say = wordsIn(await pageLanguage());
  return { title: say('claim.title'), robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const view = await findClaim(token);
  const embedOrigins = await embedOriginsOf(pageContext(), token);
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <>
      <ClaimPage
        view={view}
        token={token}
        now={new Date()}
        say={wordsIn(await pageLanguage())}
        query=""
        embedOrigins={embedOrigins}
        walletConnectProjectId={env.WALLETCONNECT_PROJECT_ID}
      />
      {env.DEMO && <script src="/dev/wallet.js" defer nonce={nonce} />}
    </>
  );
}
