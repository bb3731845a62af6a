'use client';
import type { ReactNode } from 'react';
import { usePart } from '@/components/claim/use-part';
import type { SinceWordsProps } from './since-words';

/**
 * How long ago it was sent: as the server said it, until the code that counts on is there. In an element of its own, since a
 * browser that translates puts another node in the place of a bare text, which React could not take away.
 */
export function SentSince({ children, ...props }: SinceWordsProps & { children: ReactNode }) {
  const SinceWords = usePart(() => import('./since-words').then((module) => module.SinceWords));
  return SinceWords ? <SinceWords {...props} /> : <span>{children}</span>;
}
