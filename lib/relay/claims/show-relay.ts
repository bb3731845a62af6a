import type { Queryable } from '@/db/client';
import type { RelayReason } from '@/db/vocabulary/relay';
import { checksumAddress } from '@/lib/chains/address';
import { findMaxGasPrice } from '@/lib/payouts/fees/store';
import type { Payout } from '@/lib/payouts/store';
import { findLiveTransfer } from '@/lib/payouts/transfer-store';
import { whyNotOffered } from '@/lib/relay/offered';
import { type SendStatus, statusOf } from '@/lib/relay/status';
import { overBudget } from './budget';
import { nextWords } from './relay-words';
import type { RelayView } from './schema';
import { findRelayed, type RelayedClaim } from './store';

type Standing = Pick<RelayView, 'state' | 'address' | 'reason'>;
const none: Standing = { state: null, address: null, reason: null };

/** What the holder of a link may know of the claim that we send or would send; `open`: the payout can be claimed now. */
export async function showRelay(db: Queryable, payout: Payout, open: boolean, now: Date): Promise<RelayView> {
  const claim = await findRelayed(db, payout);
  const standing = claim ? await standingOf(db, claim, payout) : none;
  const isLive = standing.state !== null && standing.state !== 'ended';
  const refused = isLive ? null : await whyRefused(db, payout, claim, open, now);
  const offered = !isLive && refused === null;
  const shown = { offered, ...standing, reason: standing.reason ?? refused };
  return { ...shown, next: nextWords(shown) };
}

/** Why nothing would be sent for this payout, to whom it is known to go or to anybody. */
export async function whyRefused(
  db: Queryable,
  payout: Payout,
  last: RelayedClaim | null,
  open: boolean,
  now: Date,
): Promise<RelayReason | null> {
  if (!open) return 'closed';
  if (last?.status === 'ended' && last.notBefore > now) return 'tried_too_often';
  const recipient = payout.recipientAddress ?? last?.recipient ?? '';
  const maxGasPrice = await findMaxGasPrice(db, payout);
  return (await whyNotOffered(db, payout.chain, maxGasPrice)) ?? overBudget(db, payout, recipient, now);
}

async function standingOf(db: Queryable, claim: RelayedClaim, payout: Payout): Promise<Standing> {
  const address = checksumAddress(claim.recipient);
  const { status, because, sendId } = claim;
  if (status === 'paid') return payout.status === 'pending' ? none : { state: 'paid', address, reason: null };
  if (status === 'ended') return { state: 'ended', address, reason: because };
  if (status === 'queued' || !sendId) {
    if (isOver(payout)) return { state: 'ended', address, reason: 'closed' };
    return {
      state: 'queued',
      address,
      reason: because ?? (await whyNotOffered(db, payout.chain, await findMaxGasPrice(db, payout))),
    };
  }
  return { address, ...stateOf(await statusOf(db, sendId), await isSeenPaid(db, payout)) };
}

/** Its row ends when it would have been sent. */
function isOver({ status, cancelRequestedAt }: Payout): boolean {
  return cancelRequestedAt !== null || (status !== 'pending' && status !== 'processing');
}

/** A send in a block may have passed this one over: the contract's log of it decides, once the watcher has read it. */
async function isSeenPaid(db: Queryable, payout: Payout): Promise<boolean> {
  return payout.status === 'completed' || (await findLiveTransfer(db, payout))?.status === 'confirming';
}

function stateOf(status: SendStatus, isPaid: boolean): Pick<Standing, 'state' | 'reason'> {
  if (status.state === 'waiting') return { state: 'sending', reason: status.because };
  if (status.state === 'mined') return { state: isPaid ? 'paid' : 'sent', reason: null };
  return { state: status.state === 'sent' && status.hash ? 'sent' : 'sending', reason: null };
}
