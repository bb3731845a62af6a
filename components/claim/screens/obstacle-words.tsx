import type { ReactNode } from 'react';
import type { ClaimSay } from '@/components/claim/claim-say';
import type { ScreenProps } from '@/components/claim/screen-props';
import { BrowserTime } from '@/components/ui/figures/browser-time';
import { Rich } from '@/components/ui/words/rich';
import type { ClaimView } from '@/lib/claims/schema';

/** Money that is short and what an operator stopped have screens of their own, and nobody claims what a gateway sends. */
type Untold = 'funds' | 'allowance' | 'signer_limit' | 'stopped' | `gateway_${string}`;
type Cause = Exclude<NonNullable<ClaimView['obstacle']>, Untold>;
type Words = { heading: string; why: ReactNode; next: ReactNode };

/** Whose it is to end, and what the reader can do meanwhile. */
function nextOf(cause: Cause, merchant: string, say: ClaimSay): ReactNode {
  const told = <Rich of={say.pieces('claim.obstacle.told')} with={{ merchant }} />;
  const byItself = say('claim.obstacle.byItself');
  switch (cause) {
    case 'token_paused':
      return byItself;
    case 'vault_blocked':
    case 'signer_terms':
    case 'token_refuses':
      return (
        <>
          {told} {byItself}
        </>
      );
    case 'token_fee':
    case 'our_clock':
      return `${say(`claim.obstacle.${cause}.next`)} ${byItself}`;
    case 'recipient_blocked':
      return <Rich of={say.pieces('claim.obstacle.recipient_blocked.next')} with={{ merchant }} />;
    case 'signer_declined':
    case 'signer_unreachable':
    case 'screening':
    case 'other':
      return <Rich of={say.pieces('claim.obstacle.other.next')} with={{ merchant }} />;
  }
}

/** Whether nothing but another try shows that it has ended. */
export function mayTryAgain(cause: Cause): boolean {
  return ['signer_declined', 'signer_unreachable', 'screening', 'other'].includes(cause);
}

const isTold = (obstacle: NonNullable<ClaimView['obstacle']>): obstacle is Cause =>
  !['funds', 'allowance', 'signer_limit', 'stopped'].includes(obstacle) && !obstacle.startsWith('gateway_');

function causeOf({ obstacle }: ClaimView): Cause {
  return obstacle !== null && isTold(obstacle) ? obstacle : 'other';
}

/** Something other than money is in the way: each cause by its name. */
export function obstacleWords(view: ClaimView, say: ClaimSay): Words & { cause: Cause } {
  const cause = causeOf(view);
  const { symbol } = view.asset;
  const merchant = view.merchant.name;
  return {
    cause,
    heading: say(`claim.obstacle.${cause}.heading`, { symbol }),
    why: <Rich of={say.pieces(`claim.obstacle.${cause}.why`)} with={{ symbol, merchant }} />,
    next: nextOf(cause, merchant, say),
  };
}

const limits = { allowance: 'allowance', signer_limit: 'limit' } as const;

/** Money is short: of what, and what stays. */
export function fundsHeading({ view, say }: ScreenProps): string {
  return say(view.obstacle === 'signer_limit' ? 'claim.funds.heading.limit' : 'claim.funds.heading');
}

export function whyShort({ view, say }: ScreenProps): ReactNode {
  const { obstacle, merchant } = view;
  const why = obstacle === 'allowance' || obstacle === 'signer_limit' ? limits[obstacle] : 'funds';
  return <Rich of={say.pieces(`claim.funds.${why}`)} with={{ merchant: merchant.name }} />;
}

/** What stays of a payout that cannot be paid at the moment. */
export const reserved = ({ view, say }: ScreenProps) => (
  <Rich of={say.pieces('claim.reserved')} with={{ time: <BrowserTime iso={view.expires_at} /> }} />
);
