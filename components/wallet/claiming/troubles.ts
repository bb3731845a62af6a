import type { WalletSay } from '@/components/wallet/wallet-words';
import type { TroubleKind } from './attempt';

/** `send`: the same call again. `prepare`: ask for a new one. `look`: only the server knows. `switch`: another wallet. */
export type NextStep = 'send' | 'prepare' | 'look' | 'switch';

export type Trouble = { heading: string; words: string; next: NextStep };

/** `money`, said only where it is known: the wallet declined or was never asked, and nothing of this page is in doubt. */
type KnownTrouble = { next: NextStep; money?: 'nothingMoved' | 'notAsked' };

const known = {
  rejected: { money: 'nothingMoved', next: 'send' },
  unable: { money: 'nothingMoved', next: 'switch' },
  wallet_busy: { next: 'send' },
  unclear: { next: 'prepare' },
  short_of_fee: { next: 'prepare' },
  not_connected: { money: 'notAsked', next: 'send' },
  lapsed: { money: 'notAsked', next: 'prepare' },
  too_late: { money: 'notAsked', next: 'look' },
  unreachable: { money: 'notAsked', next: 'prepare' },
  chain_unavailable: { money: 'notAsked', next: 'prepare' },
  rate_limited: { money: 'notAsked', next: 'prepare' },
  awaiting_funds: { money: 'notAsked', next: 'look' },
  signer_refused: { money: 'notAsked', next: 'look' },
  screening_held: { money: 'notAsked', next: 'look' },
  signer_declined: { money: 'notAsked', next: 'prepare' },
  signer_unreachable: { money: 'notAsked', next: 'prepare' },
  key_signature_needed: { money: 'notAsked', next: 'prepare' },
  token_paused: { money: 'notAsked', next: 'look' },
  vault_blocked: { money: 'notAsked', next: 'look' },
  recipient_blocked: { money: 'notAsked', next: 'switch' },
  token_fee: { money: 'notAsked', next: 'look' },
  token_refuses: { money: 'notAsked', next: 'switch' },
  claim_would_fail: { money: 'notAsked', next: 'look' },
  clock_behind: { money: 'notAsked', next: 'look' },
  already_paid: { next: 'look' },
  transfer_in_progress: { next: 'look' },
  unforeseen: { money: 'notAsked', next: 'prepare' },
} as const satisfies Partial<Record<TroubleKind | 'unforeseen', KnownTrouble>>;

/** Their heading says it all. */
const bare = {
  link_expired: { next: 'look' },
  link_cancelled: { next: 'look' },
  link_unknown: { next: 'look' },
  payout_state: { next: 'look' },
  wrong_recipient: { next: 'switch' },
  address_refused: { next: 'switch' },
} as const satisfies Partial<Record<TroubleKind, KnownTrouble>>;

const isKnown = (kind: string): kind is keyof typeof known => kind in known;
const isBare = (kind: string): kind is keyof typeof bare => kind in bare;

/** What happened, what is known of the money, and what comes next. `inDoubt`: the wallet may have sent something before. */
export function troubleOf(kind: TroubleKind, inDoubt: boolean, say: WalletSay): Trouble {
  const looking = say('wallet.trouble.looking');
  if (isBare(kind)) {
    const words = inDoubt ? looking : say('wallet.trouble.notAsked');
    return { heading: say(`wallet.trouble.${kind}.heading`), words, next: bare[kind].next };
  }
  const cause = isKnown(kind) ? kind : 'unforeseen';
  const { money, next }: KnownTrouble = known[cause];
  const words = say(`wallet.trouble.${cause}.words`);
  const heading = say(`wallet.trouble.${cause}.heading`);
  if (inDoubt && kind !== 'unclear') return { heading, words: `${words} ${looking}`, next };
  return { heading, words: money ? `${say(`wallet.trouble.${money}`)} ${words}` : words, next };
}
