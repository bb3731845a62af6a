import type { Metadata } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { proofPlaces } from '@/app/(dashboard)/dashboard/proof-places';
import { KnowChains } from '@/components/desk/frame/know-chains';
import { OperatorShell } from '@/components/operator/frame/operator-shell';
import { learned } from '@/lib/chains/registry';
import { operatorPage } from '@/lib/http/pages/operator-context';
import { env } from '@/lib/kernel/env';
import { viewOperator } from '@/lib/operators/view-operator';

export const metadata: Metadata = { robots: { index: false } };

export default async function Layout({ children }: { children: ReactNode }) {
  const ctx = await operatorPage('installation:read');
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <KnowChains added={learned()}>
      <OperatorShell viewer={await viewOperator(ctx)} places={proofPlaces()}>
        {children}
        {env.DEMO && <script src="/dev/wallet.js" defer nonce={nonce} />}
      </OperatorShell>
    </KnowChains>
  );
}
