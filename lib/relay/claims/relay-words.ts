import type { RelayReason } from '@/db/vocabulary/relay';
import type { RelayView } from './schema';

/** Why the portal does not send a claim, or not yet. */
const reasonWords: Record<RelayReason, string> = {
  no_account: 'This portal does not send claims on this network.',
  accounts_low: 'The portal’s accounts cannot pay network fees at the moment. The operator has been told.',
  gas_too_dear: 'The network fee is too high at the moment.',
  node_silent: 'The portal does not reach the network at the moment.',
  merchant_budget: 'The payer’s budget for today is used up.',
  link_budget: 'This link was used for this too often today.',
  address_budget: 'Too much was sent to this address today.',
  tried_too_often: 'The network refused this several times.',
  not_payable: 'The payer cannot pay this right now.',
  skipped: 'The network passed it over. Nothing moved.',
  not_mined: 'The network did not take it in time. Nothing moved.',
  closed: 'The payout is no longer open.',
  claimed_otherwise: 'It was paid in another way.',
  key_of_link: 'This link has a key of its own, so it is claimed from a wallet.',
  link_replaced: 'The payer replaced the link by which this was asked for.',
  approval_changed: 'The payout is not what was approved.',
  recipient_refused: 'This address cannot receive the payout.',
  failed_often: 'It failed several times, so that the portal tries no more. Nothing moved.',
};

const orSelf = 'You can wait, or claim from your own wallet and pay the network fee yourself.';

/** What happens next, in plain words. */
export function nextWords({ offered, state, reason }: Pick<RelayView, 'offered' | 'state' | 'reason'>): string {
  if (state === 'paid') return 'It is paid. The portal waits until the network cannot take it back any more.';
  if (state === 'sent') return 'The portal has sent it. It arrives with one of the next blocks.';
  if (state === 'sending') return 'The portal sends it now. You need not do anything.';
  if (state === 'queued') {
    return reason
      ? `${reasonWords[reason]} The portal sends it as soon as that is over. ${orSelf}`
      : 'The portal sends it with the next block. You need not do anything.';
  }
  if (reason === 'closed' || reason === 'claimed_otherwise') return reasonWords[reason];
  if (state === 'ended' && reason) return `${reasonWords[reason]} ${offered ? 'You can ask for it again.' : orSelf}`;
  if (reason) return `${reasonWords[reason]} ${orSelf}`;
  return 'The portal can send this for you. You pay no network fee.';
}

export function relayReasonWords(reason: RelayReason): string {
  return reasonWords[reason];
}
