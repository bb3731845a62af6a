import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { proofPlaces } from '@/app/(dashboard)/dashboard/proof-places';
import { RightAddress } from '@/components/sign-in/right-address';
import { SignIn } from '@/components/sign-in/sign-in';
import { findDeskContext } from '@/lib/http/pages/desk-context';
import { findOperatorContext } from '@/lib/http/pages/operator-context';
import { pageContext } from '@/lib/http/pages/page-context';
import { env } from '@/lib/kernel/env';
import { isRegistrationOpen } from '@/lib/merchants/registration';
import { isOfOperators, nextPage } from './next-page';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Sign in', robots: { index: false, follow: false } };

type Search = Promise<{ next?: string | string[] }>;

/** Who is signed in goes on: to the operators' pages only as one of them. */
async function goOn(next: string): Promise<void> {
  const operator = await findOperatorContext();
  if (operator && isOfOperators(next)) redirect(next);
  if (await findDeskContext()) redirect(isOfOperators(next) ? '/dashboard' : next);
  if (operator) redirect('/operator');
}

export default async function Page({ searchParams }: { searchParams: Search }) {
  const next = nextPage((await searchParams).next);
  await goOn(next);
  const open = await isRegistrationOpen(pageContext());
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  const home = new URL(env.BASE_URL).origin;
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center px-4 py-8 sm:py-12">
      <p className="mb-5 text-center">
        <Link href="/" prefetch={false} className="font-semibold text-link">
          Drawbridge
        </Link>
      </p>
      <div className="rounded-2xl border border-line bg-surface px-5 py-7 shadow-(--shadow) sm:px-9 sm:py-9">
        <RightAddress home={home} />
        <SignIn
          next={next}
          passkeys={proofPlaces().passkey}
          chain={proofPlaces().wallet?.chain ?? null}
          walletConnectProjectId={env.WALLETCONNECT_PROJECT_ID}
        />
      </div>
      {open && (
        <p className="mt-6 text-center text-[0.9375rem] text-pretty">
          New here? Sign in with your e-mail address or your wallet, and create your business.
        </p>
      )}
      <p className="mt-6 text-center text-[0.8125rem] text-pretty text-quiet">
        We never ask for a seed phrase, a private key or a password. Check that the address begins with{' '}
        <span className="wrap-anywhere">{home}</span>
      </p>
      {env.DEMO && (
        <p className="mt-4 rounded-lg border border-line px-4 py-3 text-center text-[0.9375rem] text-pretty text-quiet">
          This is the demo: sign in as <strong className="font-medium text-text">admin@demo.example</strong> and read
          the code in the{' '}
          <a className="text-link underline underline-offset-4" href="/dev/mailbox" target="_blank" rel="noopener">
            mailbox
          </a>
          , or with the demo wallet’s admin account.
        </p>
      )}
      {env.DEMO && <script src="/dev/wallet.js" defer nonce={nonce} />}
    </main>
  );
}
