'use client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useState } from 'react';
import type { IdentityOnWire } from '@/lib/access/schema';

/** What acting takes, at the desk and on the operators' pages: as whom, and where a proof is brought. */
export type Who = {
  /** The merchant that the page shows; null where the page is no merchant's. */
  merchantId: string | null;
  identities: readonly IdentityOnWire[];
  /** How many passkeys the person has. */
  passkeys: number;
  /** Below it lie the addresses that take proofs. */
  confirm: '/api/desk/confirm' | '/api/operator/confirm';
};

const WhoActs = createContext<Who | null>(null);

export function useWho(): Who {
  const who = use(WhoActs);
  if (!who) throw new Error('This stands outside of the desk');
  return who;
}

/** Stands around pages that act, and keeps what their parts ask the portal by `useAsked`. */
export function Acting({ who, children }: { who: Who; children: ReactNode }) {
  const [queries] = useState(() => new QueryClient());
  return (
    <WhoActs value={who}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </WhoActs>
  );
}
