import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { proofPlaces } from '@/app/(dashboard)/dashboard/proof-places';
import { RightAddress } from '@/components/sign-in/right-address';
import { SignIn } from '@/components/sign-in/sign-in';
import { Callout } from '@/components/ui/callout';
import { pageContext } from '@/lib/http/pages/page-context';
import { env } from '@/lib/kernel/env';
import { isOpenOperatorLink } from '@/lib/operators/links';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Become an operator', robots: { index: false, follow: false } };

/** Opening it uses nothing up: the link counts once a proof is brought with it. */
export default async function Page({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const open = await isOpenOperatorLink(pageContext(), token);
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center px-4 py-8 sm:py-12">
      <div className="rounded-2xl border border-line bg-surface px-5 py-7 shadow-(--shadow) sm:px-9 sm:py-9">
        <RightAddress home={new URL(env.BASE_URL).origin} />
        {open ? (
          <SignIn
            next="/operator"
            operatorLink={token}
            passkeys={false}
            chain={proofPlaces().wallet?.chain ?? null}
            walletConnectProjectId={env.WALLETCONNECT_PROJECT_ID}
          />
        ) : (
          <>
            <h1 className="mb-4 text-2xl font-semibold tracking-tight">This link can no longer be used</h1>
            <Callout tone="warn">
              It was used, has run out after 24 hours, or was followed by a newer one. On the machine,{' '}
              <code>npm run operator:invite</code> makes another; so does an operator, in their page.
            </Callout>
          </>
        )}
      </div>
      {env.DEMO && <script src="/dev/wallet.js" defer nonce={nonce} />}
    </main>
  );
}
