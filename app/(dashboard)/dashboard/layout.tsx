import type { Metadata } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { KnowChains } from '@/components/desk/frame/know-chains';
import { Shell } from '@/components/desk/shell/shell';
import { learned } from '@/lib/chains/registry';
import { env } from '@/lib/kernel/env';
import { readDesk } from './desk-page';
import { proofPlaces } from './proof-places';

export const metadata: Metadata = { robots: { index: false } };

export default async function Layout({ children }: { children: ReactNode }) {
  const { viewer } = await readDesk();
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <KnowChains added={learned()}>
      <Shell viewer={viewer} places={proofPlaces()}>
        {children}
        {env.DEMO && <script src="/dev/wallet.js" defer nonce={nonce} />}
      </Shell>
    </KnowChains>
  );
}
