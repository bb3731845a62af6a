import type { ClaimView } from '@/lib/claims/schema';
import type { Attempt } from './attempt';

export type Account = { address: string; chainId: number | undefined };

/** `attempt`: nothing stands in the way any more; the attempt itself says how far it is. */
export type Stage =
  | 'connecting'
  | 'no_wallet'
  | 'connect'
  | 'wrong_wallet'
  | 'sign'
  | 'offer'
  | 'wrong_network'
  | 'attempt';

type Situation = {
  view: ClaimView;
  /** False until it is known whether a wallet is already connected. */
  settled: boolean;
  hasWallet: boolean;
  account: Account | null;
  attempt: Attempt;
  /** The portal sends it, so that the wallet only says where to. */
  isSent?: boolean;
};

function isRightWallet(view: ClaimView, { address }: Account): boolean {
  const bound = view.recipient.address;
  return !bound || bound.toLowerCase() === address.toLowerCase();
}

/** Whether this account can claim as it is: the right one, on the right network. */
export function isUsable(view: ClaimView, account: Account): boolean {
  return isRightWallet(view, account) && account.chainId === view.chain.id;
}

/** Which one of the wallet's screens is shown: what was sent comes first, then what stands in the way. */
export function stageOf({ view, settled, hasWallet, account, attempt, isSent }: Situation): Stage {
  if (attempt.at === 'sent' || attempt.at === 'asking') return 'attempt';
  if (!settled) return 'connecting';
  if (!account) return hasWallet ? 'connect' : 'no_wallet';
  if (!isRightWallet(view, account)) return 'wrong_wallet';
  if (view.proof_needed) return 'sign';
  if (isSent) return 'offer';
  return isUsable(view, account) ? 'attempt' : 'wrong_network';
}
