import type { Queryable } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary';
import { chainOf } from '@/lib/chains/registry';
import { findBlock } from '@/lib/evm/blocks';
import { reading } from '@/lib/evm/rpc';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import type { Payout } from '@/lib/payouts/store';
import type { HandLog } from '@/lib/rails/wallet/logs';
import { isProven, selectForeignWallets } from '@/lib/wallets/store';
import { selectWords } from './assurance-store';
import { isAwaitedElsewhere } from './awaited-store';

/** Clocks of chain and portal need not agree to the second: no payment is older than its payout by more than this. */
export const skewSeconds = 120;
/** So many members must say whose a wallet is that did not sign for itself. */
export const wordsNeeded = 2;

/** Why a movement that fits a payout in every figure does not settle it; in words for the payer. */
export const objections = {
  too_old: 'It was sent before this payout existed.',
  unknown_sender:
    'Nobody has proved that its wallet is yours. Have it sign once under your wallets, and this is booked.',
  unconfirmed_sender: 'Nobody has proved that its wallet is yours: it is booked once another member records it, too.',
  contested:
    'Another merchant here has proved this wallet, too, and awaits the very same payment. If it is yours, record its hash.',
} as const;
export type Objection = keyof typeof objections;

export function isObjection(word: string): word is Objection {
  return word in objections;
}

export function isOlder(payout: Pick<Payout, 'createdAt'>, at: Date): boolean {
  return at < addSeconds(payout.createdAt, -skewSeconds);
}

/** When the block of a movement was made. Refuses: chain_unavailable, also where the node has another block there. */
export async function timeOf(chain: ChainKey, place: { blockNumber: bigint; blockHash: string }): Promise<Date> {
  const block = await reading(chain, (client) => findBlock(client, place.blockNumber));
  if (block?.hash.toLowerCase() === place.blockHash) return block.time;
  const detail = `The node of ${chainOf(chain).name} does not have the block ${place.blockNumber} as it was.`;
  throw new Refusal('chain_unavailable', { detail });
}

export type Movement = {
  log: HandLog;
  /** The time of its block. */
  at: Date;
  /** When what waits for it was prepared; null where nothing was. */
  preparedAt: Date | null;
  /** The number that it uses up in the wallet that pays; null where another wallet carried it, or nobody looked. */
  nonce: number | null;
};

/**
 * Whether a movement may settle a payout by hand, asked on every road before it is booked. Only a wallet that has signed
 * for this merchant pays its payouts, or one of which two members say so; where several merchants have proved one wallet
 * and await the same, a member says whose it is. Nothing pays what did not exist yet.
 */
export async function objectionTo(db: Queryable, payout: Payout, movement: Movement): Promise<Objection | null> {
  const { log, at, preparedAt, nonce } = movement;
  if (isOlder(payout, at)) return 'too_old';
  const words = await selectWords(db, payout, log.hash);
  if (await isProven(db, payout, log.from, preparedAt)) {
    if (words.members.size > 0) return null;
    const latest = addSeconds(at, skewSeconds);
    return (await isAwaitedElsewhere(db, payout, { log, nonce, latest })) ? 'contested' : null;
  }
  const naming = words.naming(log.from);
  if (naming === 0 || (await selectForeignWallets(db, payout, [log.from])).size > 0) return 'unknown_sender';
  return naming < wordsNeeded ? 'unconfirmed_sender' : null;
}
