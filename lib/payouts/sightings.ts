import type { Tx } from '@/db/client';
import { allOrEach, together } from '@/db/together';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { newId } from '@/lib/kernel/ids';
import { log } from '@/lib/kernel/log';
import type { ClaimLog } from '@/lib/rails/rail';
import { termsOf } from '@/lib/rails/traits';
import { type Failure, type Reason, reason } from '@/lib/wire/reason';
import { failureColumns } from './failure';
import { type LockedPayout, lockByClaimIds } from './locked-store';
import { move } from './move';
import {
  insertTransfer,
  type LockedTransfer,
  readLiveTransfer,
  selectUnrecorded,
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

/** A claim that the chain shows, and who sent it. One of an id that is not ours is an alarm, once: where it `isNew`. */
export type SeenClaim = { claim: ClaimLog; from: Sender; isNew?: boolean };

/** So many are recorded in one transaction: as many as one transfer of ours pays. */
const maxTogether = 25;

/** Records claims that the chain shows: idempotent, for payouts of ours in any status. */
export async function recordClaims(ctx: Context, chain: ChainKey, claims: readonly SeenClaim[]): Promise<void> {
  for (let first = 0; first < claims.length; first += maxTogether) {
    const some = claims.slice(first, first + maxTogether);
    await allOrEach(some, (part) => ctx.db.transaction((tx) => recordSome(tx, ctx, chain, part)));
  }
}

async function recordSome(tx: Tx, ctx: Context, chain: ChainKey, claims: readonly SeenClaim[]): Promise<void> {
  const logs = claims.map(({ claim }) => claim);
  const locked = await lockByClaimIds(tx, chain, logs);
  const payoutOf = ({ vault, claimId }: ClaimLog) =>
    locked.find((one) => one.vault === vault && one.payout.claimId === claimId)?.payout;
  for (const { claim, isNew = true } of claims) {
    const facts = { chain, vault: claim.vault, hash: claim.hash };
    if (isNew && !payoutOf(claim))
      log.error(facts, 'a vault paid a claim id that this database does not know: revoke its signer');
  }
  const unrecorded = new Set(await selectUnrecorded(tx, chain, logs));
  await together(claims, async ({ claim, from }) => {
    const payout = payoutOf(claim);
    if (payout && unrecorded.has(claim)) await recordLocked(tx, ctx, payout, claim, from);
  });
}

async function recordLocked(tx: Tx, ctx: Context, payout: LockedPayout, claim: ClaimLog, from: Sender): Promise<void> {
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
}

export async function replace(tx: Tx, transfer: LockedTransfer, now: Date): Promise<void> {
  const set = { status: 'replaced' as const, ...failureColumns(reason('replaced_by_transfer')) };
  await updateTransfer(tx, transfer, live, set, now);
}
