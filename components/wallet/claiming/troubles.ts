import type { TroubleKind } from './attempt';

/** `send`: the same call again. `prepare`: ask for a new one. `look`: only the server knows. `switch`: another wallet. */
export type NextStep = 'send' | 'prepare' | 'look' | 'switch';

export type Trouble = { heading: string; words: string; next: NextStep };

/** Said only where it is known: the wallet declined or was never asked, and nothing of this page is in doubt. */
const nothingMoved = 'Nothing has left the vault.';
const notAsked = 'Your wallet was not asked to send anything.';
/** Said instead of either once the wallet may have sent something. */
const looking =
  'Your wallet may have sent the claim before that. We are looking at the network, and this page shows it by itself if it is there.';

type KnownTrouble = Trouble & { money?: typeof nothingMoved | typeof notAsked };

const known: Partial<Record<TroubleKind, KnownTrouble>> = {
  rejected: {
    heading: 'You declined in your wallet',
    words: 'The payout is still yours: go on whenever you like.',
    money: nothingMoved,
    next: 'send',
  },
  unable: {
    heading: 'Your wallet cannot do this',
    words: 'It says that it cannot send on this page, or on this network. Another wallet may.',
    money: nothingMoved,
    next: 'switch',
  },
  wallet_busy: {
    heading: 'Your wallet is still waiting for you',
    words: 'A request is already open there. Open your wallet and answer it, or close it and go on here.',
    next: 'send',
  },
  unclear: {
    heading: 'Your wallet gave no clear answer',
    words: `It may still have sent the claim. We are looking at the network, and this page shows it by itself if it is there. You are paid once: sending it again can only cost a second network fee, so look into your wallet’s activity first.`,
    next: 'prepare',
  },
  short_of_fee: {
    heading: 'Not enough for the network fee',
    words:
      'Your wallet says that it cannot pay what the network charges for sending. Add a little and go on. If it was still sent, this page shows it by itself.',
    next: 'prepare',
  },
  not_connected: {
    heading: 'Your wallet is not connected right now',
    words: 'Open it, and go on here.',
    money: notAsked,
    next: 'send',
  },
  lapsed: {
    heading: 'That took a while',
    words: 'For safety a prepared claim is valid for a few minutes only, and this one has run out.',
    money: notAsked,
    next: 'prepare',
  },
  too_late: {
    heading: 'This link is about to end',
    words:
      'It works for less than half a minute more. A transfer that is sent now could come too late: you would pay the network fee and get nothing. Ask for a new link.',
    money: notAsked,
    next: 'look',
  },
  unreachable: {
    heading: 'No connection',
    words: 'We could not be reached. Check your connection and try again.',
    money: notAsked,
    next: 'prepare',
  },
  chain_unavailable: {
    heading: 'We cannot reach the network',
    words: 'This is on our side and usually passes soon.',
    money: notAsked,
    next: 'prepare',
  },
  rate_limited: {
    heading: 'A little too quick',
    words: 'There were too many requests from here. Wait a minute and try again.',
    money: notAsked,
    next: 'prepare',
  },
  awaiting_funds: {
    heading: 'Waiting for funds',
    words: 'The vault cannot pay this right now. The payout stays reserved for you.',
    money: notAsked,
    next: 'look',
  },
  signer_refused: {
    heading: 'The merchant has to allow it first',
    words: 'Their vault does not let us pay this at the moment. They are told.',
    money: notAsked,
    next: 'look',
  },
  signer_declined: {
    heading: 'The merchant has to allow it first',
    words: 'The merchant signs payouts itself, and did not sign this one. They are told. Trying again costs nothing.',
    money: notAsked,
    next: 'prepare',
  },
  signer_unreachable: {
    heading: 'The merchant did not answer',
    words: 'The merchant signs payouts itself, and its server did not answer. Try again in a minute.',
    money: notAsked,
    next: 'prepare',
  },
  token_paused: {
    heading: 'The token is stopped for everybody',
    words: 'Its issuer has stopped all transfers. The payout stays reserved for you.',
    money: notAsked,
    next: 'look',
  },
  vault_blocked: {
    heading: 'The vault is blocked',
    words: 'The token’s issuer has blocked the vault that pays. The merchant is told.',
    money: notAsked,
    next: 'look',
  },
  recipient_blocked: {
    heading: 'This wallet is blocked by the token’s issuer',
    words: 'Nobody can pay the token to it. Use another wallet, or ask the merchant.',
    money: notAsked,
    next: 'switch',
  },
  token_fee: {
    heading: 'Less than agreed would arrive',
    words: 'The token keeps a part of each transfer now. We wait until all of it arrives.',
    money: notAsked,
    next: 'look',
  },
  token_refuses: {
    heading: 'The token refuses this payment',
    words: 'It does not say why. Another wallet may work; otherwise ask the merchant.',
    money: notAsked,
    next: 'switch',
  },
  claim_would_fail: {
    heading: 'The network would refuse it',
    words: 'Try again later, or ask the merchant.',
    money: notAsked,
    next: 'look',
  },
  clock_behind: {
    heading: 'Our clock is wrong',
    words: 'What we sign would not be taken. This is our fault, and we are told.',
    money: notAsked,
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
  link_expired: { heading: 'This link has expired', words: notAsked, next: 'look' },
  link_cancelled: { heading: 'This payout was cancelled', words: notAsked, next: 'look' },
  link_unknown: { heading: 'This link is no longer valid', words: notAsked, next: 'look' },
  payout_state: { heading: 'This payout has changed', words: notAsked, next: 'look' },
  wrong_recipient: { heading: 'This payout is for another wallet', words: notAsked, next: 'switch' },
  address_refused: { heading: 'This wallet cannot receive the payout', words: notAsked, next: 'switch' },
};

const unforeseen: KnownTrouble = {
  heading: 'That did not work',
  words: 'Try again in a moment.',
  money: notAsked,
  next: 'prepare',
};

/** What happened, what is known of the money, and what comes next. `inDoubt`: the wallet may have sent something before. */
export function troubleOf(kind: TroubleKind, inDoubt: boolean): Trouble {
  const { heading, words, money, next } = known[kind] ?? unforeseen;
  if (!inDoubt || kind === 'unclear') return { heading, words: money ? `${money} ${words}` : words, next };
  return { heading, words: words === notAsked ? looking : `${words} ${looking}`, next };
}
