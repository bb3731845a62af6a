import type { TroubleKind } from './attempt';

/** `send`: the same call again. `prepare`: ask for a new one. `look`: only the server knows. `switch`: another wallet. */
export type NextStep = 'send' | 'prepare' | 'look' | 'switch';

export type Trouble = { heading: string; words: string; next: NextStep };

const nothingMoved = 'Nothing has left the vault.';

const known: Partial<Record<TroubleKind, Trouble>> = {
  rejected: {
    heading: 'You declined in your wallet',
    words: `${nothingMoved} The payout is still yours: go on whenever you like.`,
    next: 'send',
  },
  wallet_busy: {
    heading: 'Your wallet is still waiting for you',
    words: `A request is already open there. ${nothingMoved} Open your wallet and answer it, or close it and go on here.`,
    next: 'send',
  },
  wallet_error: {
    heading: 'Your wallet could not send it',
    words: `${nothingMoved} Try once more; if your wallet keeps refusing, use another one.`,
    next: 'prepare',
  },
  short_of_fee: {
    heading: 'Not enough for the network fee',
    words: `Your wallet cannot pay what the network charges for sending. ${nothingMoved} Add a little and go on.`,
    next: 'prepare',
  },
  lapsed: {
    heading: 'That took a while',
    words: `For safety a prepared claim is valid for a few minutes only, and this one has run out. ${nothingMoved}`,
    next: 'prepare',
  },
  unreachable: {
    heading: 'No connection',
    words: `We could not be reached. ${nothingMoved} Check your connection and try again.`,
    next: 'prepare',
  },
  chain_unavailable: {
    heading: 'We cannot reach the network',
    words: `This is on our side and usually passes soon. ${nothingMoved}`,
    next: 'prepare',
  },
  rate_limited: {
    heading: 'A little too quick',
    words: `There were too many requests from here. ${nothingMoved} Wait a minute and try again.`,
    next: 'prepare',
  },
  awaiting_funds: {
    heading: 'Waiting for funds',
    words: `The vault cannot pay this right now. ${nothingMoved} The payout stays reserved for you.`,
    next: 'look',
  },
  already_paid: {
    heading: 'Already paid',
    words: 'This payout has been paid, so nothing more can leave the vault for it.',
    next: 'look',
  },
  transfer_in_progress: {
    heading: 'Already on its way',
    words: 'A transfer of this payout is under way. Nothing needs to be sent again.',
    next: 'look',
  },
  link_expired: { heading: 'This link has expired', words: nothingMoved, next: 'look' },
  link_cancelled: { heading: 'This payout was cancelled', words: nothingMoved, next: 'look' },
  link_unknown: { heading: 'This link is no longer valid', words: nothingMoved, next: 'look' },
  payout_state: { heading: 'This payout has changed', words: nothingMoved, next: 'look' },
  wrong_recipient: { heading: 'This payout is for another wallet', words: nothingMoved, next: 'switch' },
  address_refused: { heading: 'This wallet cannot receive the payout', words: nothingMoved, next: 'switch' },
};

const unforeseen: Trouble = {
  heading: 'That did not work',
  words: `${nothingMoved} Try again in a moment.`,
  next: 'prepare',
};

/** What happened, whether money moved, and what comes next. */
export function troubleOf(kind: TroubleKind): Trouble {
  return known[kind] ?? unforeseen;
}
