import type { RelayReason } from '@/db/vocabulary/relay';

/** Why the portal does not send a claim now, to the merchant: most of it is the portal's to end. */
export const relayWords: Record<RelayReason, string> = {
  no_account: 'This portal has no account on this network that pays network fees.',
  accounts_low:
    'The portal’s accounts cannot pay network fees right now. Its operator has been told; nothing is wrong with yours.',
  gas_too_dear: 'The network fee is too high right now. We send it once it is lower.',
  node_silent: 'The network does not answer right now.',
  merchant_budget: 'As many as the portal sends for you in a day have been sent.',
  link_budget: 'It was asked for too often today.',
  address_budget: 'Too much was sent to this address today.',
  tried_too_often: 'The network refused it several times. It is tried again in an hour.',
  not_payable: 'It cannot be paid right now.',
  skipped: 'The network passed it over. Nothing moved, and it is sent again.',
  not_mined: 'The network did not take it in time. Nothing moved, and it is sent again.',
  closed: 'It is no longer open.',
  claimed_otherwise: 'It was claimed in another way.',
  key_of_link: 'Its link has a key of its own, so it is claimed from a wallet.',
  link_replaced: 'The link by which it was asked for was replaced.',
  approval_changed: 'It is not what was approved.',
  recipient_refused: 'The address cannot receive it.',
  failed_often: 'It failed several times. Nothing moved.',
};
