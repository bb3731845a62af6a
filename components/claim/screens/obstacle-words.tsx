import type { ReactNode } from 'react';
import type { ClaimView } from '@/lib/claims/schema';

type Cause = Exclude<NonNullable<ClaimView['obstacle']>, 'funds' | 'allowance' | 'signer_limit'>;
type Words = { heading: string; why: ReactNode; next: ReactNode };

/** What only another try can clear up. */
function lastTry(cause: Cause, name: ReactNode): Words {
  const next = <>{name} has been told. You may try again: trying costs nothing.</>;
  if (cause === 'signer_declined') {
    const why = <>{name} signs its payouts itself, and did not sign this one at the last try.</>;
    return { heading: 'The merchant has to allow it first', why, next };
  }
  if (cause === 'signer_unreachable') {
    const why = <>{name} signs its payouts itself, and its server did not answer at the last try.</>;
    return { heading: 'The merchant did not answer', why, next };
  }
  const why = 'At the last try the network would have refused the payment, without saying why.';
  return { heading: 'The network would refuse it', why, next };
}

/** Each cause by its name: whose it is to end, and what the reader can do meanwhile. */
function wordsFor(cause: Cause, { merchant, asset: { symbol } }: ClaimView): Words {
  const name = <bdi>{merchant.name}</bdi>;
  const byItself = 'This page offers the payout by itself as soon as that has changed; you can close it.';
  const toldAndByItself = (
    <>
      {name} has been told. {byItself}
    </>
  );
  switch (cause) {
    case 'token_paused':
      return {
        heading: `${symbol} is stopped for everybody`,
        why: `The issuer of ${symbol} has stopped all transfers of it, so nobody can send or receive any right now.`,
        next: byItself,
      };
    case 'vault_blocked':
      return {
        heading: 'The merchant has to settle something',
        why: (
          <>
            The issuer of {symbol} has blocked {name}’s vault, so nothing can be paid from it. It has nothing to do with
            you.
          </>
        ),
        next: toldAndByItself,
      };
    case 'signer_terms':
      return {
        heading: 'Waiting for the merchant',
        why: <>{name}’s vault does not let us pay this at the moment.</>,
        next: toldAndByItself,
      };
    case 'token_fee':
      return {
        heading: `${symbol} would arrive short`,
        why: `The issuer of ${symbol} keeps a part of each transfer now, so that you would get less than agreed.`,
        next: `We wait until the whole amount arrives. ${byItself}`,
      };
    case 'recipient_blocked':
      return {
        heading: 'This wallet is blocked',
        why: `The issuer of ${symbol} has blocked the wallet that this payout is for, and only they can lift that.`,
        next: <>{name} has been told. Ask them for a new payout to another wallet of yours.</>,
      };
    case 'token_refuses':
      return {
        heading: `${symbol} refuses the payment`,
        why: `We asked ${symbol} whether it would make this payment. It would not, and does not say why.`,
        next: toldAndByItself,
      };
    case 'signer_declined':
    case 'signer_unreachable':
    case 'other':
      return lastTry(cause, name);
    case 'our_clock':
      return {
        heading: 'Our clock is wrong',
        why: 'The clock of our server does not agree with the network’s, so that what we sign would not be taken. This is our fault.',
        next: `Our operator is told. ${byItself}`,
      };
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

/** Something other than money is in the way. */
export function obstacleWords(view: ClaimView): Words & { cause: Cause } {
  const cause = causeOf(view);
  return { cause, ...wordsFor(cause, view) };
}
