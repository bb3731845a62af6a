import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { findClaim } from '@/app/(claim)/p/[token]/find-claim';
import { NoWalletYet } from '@/components/claim/no-wallet/no-wallet-yet';
import { CarryKey } from '@/components/claim/whole-link';
import { type AddressQuery, pageLanguage, pageQuery } from '@/lib/http/pages/page-language';
import { env } from '@/lib/kernel/env';
import { wordsIn } from '@/lib/words/words-in';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const say = wordsIn(await pageLanguage());
  return { title: say('claim.noWallet.heading'), robots: { index: false, follow: false }, referrer: 'no-referrer' };
}

type PageProps = { params: Promise<{ token: string }>; searchParams: Promise<AddressQuery> };

export default async function Page({ params, searchParams }: PageProps) {
  const { token } = await params;
  const say = wordsIn(await pageLanguage());
  const query = pageQuery(say.language, await searchParams);
  const view = await findClaim(token);
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <>
      <CarryKey nonce={nonce} />
      <NoWalletYet {...{ view, token, say, query }} link={`${env.BASE_URL}/p/${token}`} />
    </>
  );
}
