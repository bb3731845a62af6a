import type { Metadata } from 'next';
import Link from 'next/link';
import { redirect } from 'next/navigation';
import { CreateBusiness } from '@/components/sign-in/create-business';
import { SignOut } from '@/components/sign-in/sign-out';
import { findDeskContext, findPersonContext } from '@/lib/http/pages/desk-context';
import { isRegistrationOpen } from '@/lib/merchants/registration';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Create your business', robots: { index: false, follow: false } };

/** Where a person goes who is signed in and in no team; a member who wants another business comes here, too. */
export default async function Page() {
  const ctx = await findPersonContext();
  if (!ctx) redirect('/sign-in?next=/start');
  const [open, member] = await Promise.all([isRegistrationOpen(ctx), findDeskContext()]);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center px-4 py-8 sm:py-12">
      <p className="mb-5 text-center">
        <Link href="/" prefetch={false} className="font-semibold text-link">
          Drawbridge
        </Link>
      </p>
      <div className="rounded-2xl border border-line bg-surface px-5 py-7 shadow-(--shadow) sm:px-9 sm:py-9">
        <h1 className="mb-5 text-2xl font-semibold tracking-tight">
          {open ? 'Create your business' : 'You are in no team yet'}
        </h1>
        {open ? (
          <CreateBusiness />
        ) : (
          <p className="text-[0.9375rem] text-pretty">
            {member
              ? 'The operators of this portal make businesses themselves. Ask them for another one.'
              : 'Ask an owner of your team to invite exactly the address or wallet that you signed in with, or ask the operators of this portal to make your business. Then sign in again.'}
          </p>
        )}
      </div>
      <div className="mt-6 text-center text-[0.9375rem] text-quiet">
        {member ? (
          <Link href="/dashboard" prefetch={false} className="text-link underline underline-offset-4">
            Back to the desk
          </Link>
        ) : (
          <>
            <p className="text-pretty">Were you invited meanwhile? Sign out, and sign in again.</p>
            <SignOut />
          </>
        )}
      </div>
    </main>
  );
}
