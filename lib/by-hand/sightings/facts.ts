import type { ChainKey } from '@/db/vocabulary/chains';
import type { Payout } from '@/lib/payouts/store';
import type { Transfer } from '@/lib/payouts/transfer-store';
import type { OwedPayout } from '@/lib/rails/rail';
import type { PlannedPayment } from '@/lib/rails/wallet/calls';
import type { PaymentCheck } from '@/lib/rails/wallet/judge';
import type { HandLog } from '@/lib/rails/wallet/logs';
import type { HandSighting } from '@/lib/rails/wallet/look';
import type { Failure } from '@/lib/wire/reason';
import type { Ending } from './end';
import type { Objection, Standing } from './may-settle';
import type { Signing } from './store';

export type MinedSighting = Extract<HandSighting, { state: 'mined' }>;
/** Who sent the transfer in which a payment was found; a Safe or a relayer may carry it for the wallet that pays. */
export type Carrier = { from: string; nonce: number };

/** What was read about a payment and the hash that was named for it. */
export type HashFacts = {
  of: 'hash';
  payout: OwedPayout & Pick<Payout, 'createdAt'>;
  transfer: Pick<Transfer, 'status' | 'sender' | 'nonce' | 'proposal' | 'proposalNumber' | 'deniedAtBlock' | 'seenAt'>;
  /** How it was prepared here; null of a hash that a person named. */
  signing: Pick<Signing, 'id' | 'sender' | 'nonceFloor' | 'way' | 'deadline'> | null;
  seen: HandSighting;
  /** The block it is in; null where we have not read that block, or know another one there. */
  block: { at: Date; isFinal: boolean } | null;
  /** The newest final block. */
  final: { number: bigint; time: Date };
  /** Final blocks show that its number in the wallet, or in the Safe, is used up. */
  isSpent: boolean;
  /** The chain shows that it carried out the very proposal that the wallet answered with. */
  isCarriedOut: boolean;
  /** The wallets that are proved to be the merchant's, and how many members name another one. */
  proven: ReadonlySet<string>;
  naming: ReadonlyMap<string, number>;
  /** By log index: what stands for a movement to this recipient already. */
  takers: ReadonlyMap<number, { signingId: string | null }>;
};

export type WaitingPayment = Pick<Transfer, 'id' | 'status' | 'hash' | 'sender' | 'preparedBlock'>;

/** What was read, under the locks, about a movement in a block and the payout that it may pay. */
export type LogFacts = {
  of: 'log';
  /** `payment`: it fits what was prepared or named. `figures`: it fits the payout. `late`: no other payment took it. */
  by: 'payment' | 'figures' | 'late';
  payout: OwedPayout & Pick<Payout, 'createdAt' | 'status'>;
  chain: ChainKey;
  log: HandLog;
  carrier: Carrier | null;
  /** The payment it would be booked for; null makes one of its own. */
  transfer: WaitingPayment | null;
  /** The payment of the payout whose outcome is open. */
  live: WaitingPayment | null;
  /** What stands for this movement already. */
  taker: { payoutId: string } | null;
  standing: Standing;
};

/** What was read about a hash that a person names for a payout, before anything is written. */
export type NamedFacts = {
  of: 'named';
  payout: OwedPayout & Pick<Payout, 'createdAt'>;
  signing: Pick<Signing, 'sender' | 'nonceFloor'> | null;
  /** The wallets that it may come from. */
  wallets: ReadonlySet<string>;
  seen: HandSighting;
  /** The time of its block; null where it is in none. */
  at: Date | null;
  takers: ReadonlyMap<number, { payoutId: string }>;
};

export type Facts = HashFacts | LogFacts | NamedFacts;

/** A check that a named hash is sure to fail, and what was found instead. */
export type Fault = { check: PaymentCheck; found: PlannedPayment[] };

/** What a seen transfer means for a payment by hand. */
export type Resolution =
  | { is: 'pays'; logs: HandLog[]; carrier: Carrier | null }
  /** The network has it; `fits`: mined as it is, it pays exactly this. */
  | { is: 'waits'; nonce: number | null; fits: boolean }
  /** No node shows it, and nothing proves that it cannot come. */
  | { is: 'unseen' }
  /** Its block is not read, or not final: it is looked at again. */
  | { is: 'early' }
  /** It was something else: it says nothing about this payment. */
  | { is: 'foreign' }
  /** The network ran it, and it moved nothing. */
  | { is: 'failed'; ending: Ending }
  /** It can never pay this. */
  | { is: 'gone'; ending: Ending }
  /** Money moved to the recipient, but not as agreed. */
  | { is: 'unclear'; because: Failure }
  /** It pays exactly this, from a wallet of which only one member says that it is theirs. */
  | { is: 'unconfirmed' }
  /** It surely cannot be what a person names it for; all faults, in the order in which they are looked for. */
  | { is: 'unfit'; faults: Fault[] }
  | { is: 'objected'; objection: Objection; log: HandLog }
  /** It is booked for this payout already. */
  | { is: 'known' }
  /** The movement or the payout is settled otherwise. */
  | { is: 'taken' }
  /** Another payment of the payout may come. */
  | { is: 'blocked' }
  /** It pays what was given up, while it cannot be booked: that is kept. */
  | { is: 'arrived'; log: HandLog };
