'use client';
import { usePart } from '@/components/claim/use-part';
import type { OfferAgainProps } from './offer-again';

/** The way to send once more, below what was sent: nobody needs it before its code is there. */
export function StartAgain(props: OfferAgainProps) {
  const OfferAgain = usePart(() => import('./offer-again').then((module) => module.OfferAgain));
  return OfferAgain ? <OfferAgain {...props} /> : null;
}
