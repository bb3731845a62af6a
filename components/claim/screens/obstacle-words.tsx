import type { ReactNode } from 'react';
import type { ClaimSay } from '@/components/claim/claim-say';
import { Rich } from '@/components/ui/words/rich';
import type { ClaimView } from '@/lib/claims/schema';

type Cause = Exclude<NonNullable<ClaimView['obstacle']>, 'funds' | 'allowance' | 'signer_limit'>;
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
    case 'other':
      return <Rich of={say.pieces('claim.obstacle.other.next')} with={{ merchant }} />;
  }
}

/** Whether nothing but another try shows that it has ended. */
export function mayTryAgain(cause: Cause): boolean {
  return cause === 'other' || cause === 'signer_declined' || cause === 'signer_unreachable';
}

/** Money that is short has a screen of its own. */
function causeOf({ obstacle }: ClaimView): Cause {
  return obstacle === null || obstacle === 'funds' || obstacle === 'allowance' || obstacle === 'signer_limit'
    ? 'other'
    : obstacle;
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
