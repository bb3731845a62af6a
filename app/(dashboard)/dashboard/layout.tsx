import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { Shell } from '@/components/dashboard/shell';
import { readDesk } from './desk-page';
import { proofPlaces } from './proof-places';

export const metadata: Metadata = { robots: { index: false } };

export default async function Layout({ children }: { children: ReactNode }) {
  const { viewer } = await readDesk();
  return (
    <Shell viewer={viewer} places={proofPlaces()}>
      {children}
    </Shell>
  );
}
