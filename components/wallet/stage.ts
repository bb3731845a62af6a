import type { ClaimView } from '@/lib/payouts/schema';
import type { Attempt } from './attempt';

export type Account = { address: string; chainId: number | undefined };

export type Stage =
  | 'connecting'
  | 'no_wallet'
  | 'connect'
  | 'wrong_wallet'
  | 'wrong_network'
  | 'short_of_fee'
  | Attempt['at'];

type Situation = {
  view: ClaimView;
  /** False until it is known whether a wallet is already connected. */
  settled: boolean;
  canConnect: boolean;
  account: Account | null;
  attempt: Attempt;
};

export function isRightWallet(view: ClaimView, address: string): boolean {
  const bound = view.recipient.address;
  return !bound || bound.toLowerCase() === address.toLowerCase();
}

/** Which one of the wallet's screens is shown: what was sent comes first, then whatever stands in the way. */
export function stageOf({ view, settled, canConnect, account, attempt }: Situation): Stage {
  if (attempt.at === 'sent' || attempt.at === 'asking') return attempt.at;
  if (!settled) return 'connecting';
  if (!account) return canConnect ? 'connect' : 'no_wallet';
  if (!isRightWallet(view, account.address)) return 'wrong_wallet';
  if (account.chainId !== view.chain.id) return 'wrong_network';
  if (attempt.at === 'prepared' && attempt.answer.network_fee?.enough === false) return 'short_of_fee';
  return attempt.at;
}
