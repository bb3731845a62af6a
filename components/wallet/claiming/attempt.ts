import type { WalletTrouble } from '@/components/wallet/wallet-error';
import type { ClaimAnswer } from '@/lib/claims/schema';
import type { Refused } from './claims-api';

export type TroubleKind = Refused['code'] | WalletTrouble | 'lapsed' | 'too_late' | 'not_connected';

/** One try at a claim, as far as this browser is concerned. */
export type Attempt =
  | { at: 'preparing' }
  | { at: 'prepared'; answer: ClaimAnswer }
  | { at: 'asking'; answer: ClaimAnswer }
  | { at: 'sent'; hash: string }
  /** `answer` is there as long as the call that was prepared can still be sent. */
  | { at: 'trouble'; kind: TroubleKind; detail: string; answer?: ClaimAnswer };
