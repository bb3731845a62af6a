import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { VerifyPage } from '@/components/claim/verify/verify-page';
import type { VerificationView } from '@/lib/attestations/schema';
import { viewVerification } from '@/lib/attestations/verify';
import { viewChain } from '@/lib/chains/chain-view';
import { configuredChains } from '@/lib/chains/served';
import { pageContext } from '@/lib/http/pages/page-context';
import { type AddressQuery, pageLanguage, pageQuery } from '@/lib/http/pages/page-language';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { wordsIn } from '@/lib/words/words-in';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const say = wordsIn(await pageLanguage());
  return { title: say('claim.verify.title'), robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

async function findVerification(token: string): Promise<VerificationView> {
  try {
    return await viewVerification(pageContext(), token);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'link_unknown') notFound();
    throw error;
  }
}

type PageProps = { params: Promise<{ token: string }>; searchParams: Promise<AddressQuery> };

export default async function Page({ params, searchParams }: PageProps) {
  const { token } = await params;
  const say = wordsIn(await pageLanguage());
  const query = pageQuery(say.language, await searchParams);
  const view = await findVerification(token);
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const chain = viewChain(configuredChains()[0] ?? 'ethereum');
  const place = { chain, walletConnectProjectId: env.WALLETCONNECT_PROJECT_ID };
  return (
    <>
      <VerifyPage view={view} token={token} place={place} say={say} query={query} />
      {env.DEMO && <script src="/dev/wallet.js" defer nonce={nonce} />}
    </>
  );
}
