'use client';
import type { ReactNode } from 'react';
import { learnChains, type learned, learnTokens } from '@/lib/chains/registry';

/** Lets the page know the chains and tokens that operators added, before any part of it names one. */
export function KnowChains({ added, children }: { added: ReturnType<typeof learned>; children: ReactNode }) {
  // The server knows them by itself, and maybe more of them by now.
  if (typeof window !== 'undefined') {
    learnChains(added.chains);
    learnTokens(added.tokens);
  }
  return children;
}
