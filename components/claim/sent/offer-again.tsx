'use client';
import { type ReactNode, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { useLater } from '@/components/ui/use-later';
import { senderOf } from '@/components/wallet/claiming/kept-attempt';
import { startAgainAfterMs } from '@/components/wallet/claiming/start-again-after';

type Words = { notMe: string; stranger: string; late: string; cost: string };
type OfferProps = { ageMs: number; words: Words; children: ReactNode };
export type OfferAgainProps = OfferProps & { token: string; hash: string };

/**
 * Offers to send once more what was sent so long ago that it may never arrive, and says what that costs. Who sent nothing
 * need not wait for it: anybody with the link can name a hash, and naming more of them closes nothing that is open here.
 */
export function OfferAgain({ token, hash, ...offer }: OfferAgainProps) {
  return <Offer key={senderOf(token, hash)} {...offer} />;
}

function Offer({ ageMs, words, children }: OfferProps) {
  const isLate = useLater(startAgainAfterMs - ageMs);
  const [isStranger, setIsStranger] = useState(false);
  if (!isLate && !isStranger) {
    return (
      <button type="button" className={buttonClass('text')} onClick={() => setIsStranger(true)}>
        {words.notMe}
      </button>
    );
  }
  return (
    <>
      <p className="text-[0.9375rem] text-pretty text-quiet">
        <span>{isStranger ? words.stranger : words.late}</span> {words.cost}
      </p>
      {children}
    </>
  );
}
