import type { Tx } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { newId } from '@/lib/kernel/ids';
import { log } from '@/lib/kernel/log';
import type { ClaimLog } from '@/lib/rails/rail';
import { termsOf } from '@/lib/rails/traits';
import { type Failure, type Reason, reason } from '@/lib/wire/reason';
import { failureColumns } from './failure';
import { type LockedPayout, lockByClaimId } from './locked-store';
import { move } from './move';
import {
  findTransferByLog,
  insertTransfer,
  type LockedTransfer,
  readLiveTransfer,
  updateTransfer,
} from './transfer-store';

const live = ['prepared', 'submitted', 'confirming', 'unknown'] as const;

export type Sender = { sender: string | null; nonce: number | null };

/** A payout whose money is seen on its way is `processing`, from every status; one that is completed stays so. */
export async function startProcessing(tx: Tx, ctx: Context, payout: LockedPayout, because: Reason): Promise<void> {
  if (payout.status === 'processing' || payout.status === 'completed') return;
  await move(tx, ctx, payout, { to: 'processing', set: { obstacle: null, obstacleSince: null }, because });
}

/** Ends a transfer that will not pay; its payout, if it was on its way because of it, can be claimed again. */
export async function endTransfer(
  tx: Tx,
  ctx: Context,
  payout: LockedPayout,
  transfer: LockedTransfer,
  as: { status: 'reverted' | 'replaced' | 'dropped'; reason: Failure },
): Promise<void> {
  const now = ctx.clock.now();
  const set = { status: as.status, ...failureColumns(as.reason), blockNumber: null, blockHash: null, logIndex: null };
  // Without a claim id, what the chain shows is confirmed or taken back, never ended from outside.
  const from = termsOf(transfer.rail).hasClaimId ? live : (['prepared', 'submitted'] as const);
  const ended = await updateTransfer(tx, transfer, from, set, now);
  if (ended && payout.status === 'processing') await move(tx, ctx, payout, { to: 'pending', because: as.reason });
}

/**
 * Records a claim that the chain shows: idempotent, for a payout of ours in any status. One of an id that
 * is not ours is an alarm, once: where it `isNew`.
 */
export async function recordClaim(
  ctx: Context,
  chain: ChainKey,
  claim: ClaimLog,
  from: Sender,
  isNew = true,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const payout = await lockByClaimId(tx, chain, claim.vault, claim.claimId);
    if (!payout) {
      const facts = { chain, vault: claim.vault, hash: claim.hash };
      if (isNew) log.error(facts, 'a vault paid a claim id that this database does not know: revoke its signer');
      return;
    }
    const known = await findTransferByLog(tx, chain, claim);
    if (known) return;
    const now = ctx.clock.now();
    const { hash, blockNumber, blockHash, logIndex, recipient } = claim;
    const place = { status: 'confirming' as const, blockNumber, blockHash, logIndex, recipient, ...from };
    const current = await readLiveTransfer(tx, payout);
    if (current?.hash === hash) {
      await updateTransfer(tx, current, live, { ...place, seenAt: current.seenAt ?? now }, now);
    } else {
      if (current) await replace(tx, current, now);
      const id = newId('transfer', now.getTime());
      const stamps = { seenAt: now, createdAt: now, updatedAt: now };
      await insertTransfer(tx, payout, { id, hash, ...place, ...stamps });
    }
    await startProcessing(tx, ctx, payout, reason('claim_seen'));
  });
}

export async function replace(tx: Tx, transfer: LockedTransfer, now: Date): Promise<void> {
  const set = { status: 'replaced' as const, ...failureColumns(reason('replaced_by_transfer')) };
  await updateTransfer(tx, transfer, live, set, now);
}
