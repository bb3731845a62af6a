import type { Metadata } from 'next';
import { viewViewer } from '@/lib/access/viewer';
import { deskContext } from '@/lib/http/desk-context';

export const dynamic = 'force-dynamic';
export const metadata: Metadata = { title: 'Overview', robots: { index: false, follow: false } };

export default async function Page() {
  const { name, merchant } = await viewViewer(await deskContext());
  return (
    <main className="mx-auto w-full max-w-3xl px-4 py-12">
      <h1 className="text-2xl font-semibold tracking-tight">{merchant.name}</h1>
      <p className="mt-2 text-quiet">
        You are signed in as {name}, with the role {merchant.role}.
      </p>
    </main>
  );
}
