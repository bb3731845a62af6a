'use client';
import { type ReactNode, useState } from 'react';
import { buttonClass } from '@/components/ui/button';
import { useLater } from '@/components/ui/use-later';
import { senderOf } from '@/components/wallet/claiming/kept-attempt';
import { costOfAgain, startAgainAfterMs } from '@/components/wallet/claiming/start-again-after';

type OfferProps = { ageMs: number; children: ReactNode };

/**
 * Offers to send once more what was sent so long ago that it may never arrive, and says what that costs. Who sent nothing
 * need not wait for it: anybody with the link can name a hash, and naming more of them closes nothing that is open here.
 */
export function StartAgain({ token, hash, ...offer }: OfferProps & { token: string; hash: string }) {
  return <Offer key={senderOf(token, hash)} {...offer} />;
}

function Offer({ ageMs, children }: OfferProps) {
  const isLate = useLater(startAgainAfterMs - ageMs);
  const [isStranger, setIsStranger] = useState(false);
  if (!isLate && !isStranger) {
    return (
      <button type="button" className={buttonClass('text')} onClick={() => setIsStranger(true)}>
        I did not send this
      </button>
    );
  }
  const why = isStranger
    ? 'Then another person with this link may have. However many send it, it is paid once, and to one wallet.'
    : 'It takes longer than usual, perhaps because its network fee is low.';
  return (
    <>
      <p className="text-[0.9375rem] text-pretty text-quiet">
        <span>{why}</span> {costOfAgain}
      </p>
      {children}
    </>
  );
}
