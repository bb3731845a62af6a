import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { newId } from '@/lib/kernel/ids';
import { doubtLocked } from '@/lib/payouts/confirm';
import { failureColumns, noFailure } from '@/lib/payouts/failure';
import type { LockedPayout } from '@/lib/payouts/locked-store';
import { startProcessing } from '@/lib/payouts/sightings';
import { findLiveTransfer, insertTransfer, type LockedTransfer, updateTransfer } from '@/lib/payouts/transfer-store';
import type { HandLog } from '@/lib/rails/wallet/logs';
import { reason } from '@/lib/wire/reason';
import { endPayment } from './end';
import type { Resolution } from './facts';
import type { Objection } from './may-settle';

/** `transfer`: what the resolution is about; null where nothing waits for what the chain shows. */
export type Held = { payout: LockedPayout; transfer: LockedTransfer | null };
type Waits = Extract<Resolution, { is: 'waits' }>;
type Pays = Extract<Resolution, { is: 'pays' }>;
type Both = { payout: LockedPayout; transfer: LockedTransfer };

/** One that was given up may come after all; one in doubt is looked for when a person wants it written off. */
const bookable = ['prepared', 'submitted', 'dropped', 'unknown'] as const;
const open = ['prepared', 'submitted'] as const;
const nowhere = { blockNumber: null, blockHash: null, logIndex: null };

/**
 * Writes what a sighting means, and alone does. Its caller holds, in this order: the payout, its signing where that is
 * changed, the hash where a movement is booked; then the transfer is read. True where the payment now stands as `is` says.
 */
export async function apply(
  tx: Tx,
  ctx: Context,
  { payout, transfer }: Held,
  resolution: Resolution,
): Promise<boolean> {
  if (resolution.is === 'pays') return book(tx, ctx, { payout, transfer }, resolution);
  if (!transfer) return false;
  if (resolution.is === 'objected') return sayWhyNot(tx, ctx, transfer, resolution.log, resolution.objection);
  if (transfer.status === 'dropped') return applyToGivenUp(tx, ctx, { payout, transfer }, resolution);
  return applyToOpen(tx, ctx, { payout, transfer }, resolution);
}

async function book(tx: Tx, ctx: Context, { payout, transfer }: Held, { logs, carrier }: Pays): Promise<boolean> {
  const [log] = logs;
  if (!log) return false;
  const now = ctx.clock.now();
  const { hash, blockNumber, blockHash, logIndex, recipient, from: sender } = log;
  const nonce = carrier && (carrier.from === sender ? carrier.nonce : null);
  const known = carrier ? { nonce } : {};
  const place = { status: 'confirming' as const, hash, blockNumber, blockHash, logIndex, recipient, sender, ...known };
  const seen = { seenAt: transfer?.seenAt ?? now, ...noFailure, deniedAtBlock: null };
  const id = newId('transfer', now.getTime());
  const written = transfer
    ? await updateTransfer(tx, transfer, bookable, { ...place, ...seen }, now)
    : await insertTransfer(tx, payout, { id, ...place, ...seen, createdAt: now, updatedAt: now });
  if (!written) return false;
  await startProcessing(tx, ctx, payout, reason('payment_seen'));
  return true;
}

/** Tells on the payment that is open, and once in the audit, why what the chain shows is not booked for it. */
async function sayWhyNot(tx: Tx, ctx: Context, transfer: LockedTransfer, log: HandLog, objection: Objection) {
  if (transfer.failureCode === objection) return true;
  const because = reason(objection);
  const now = ctx.clock.now();
  if (!(await updateTransfer(tx, transfer, open, failureColumns(because), now))) return false;
  const { merchantId, payoutId: subjectId } = transfer;
  const detail = { hash: log.hash, sender: log.from, because };
  await audit(tx, ctx, { merchantId, action: 'payment.not_booked', subjectId, detail, now });
  return true;
}

async function applyToOpen(tx: Tx, ctx: Context, held: Both, resolution: Resolution): Promise<boolean> {
  switch (resolution.is) {
    case 'waits':
      return noteWaiting(tx, ctx, held, resolution);
    case 'failed':
    case 'gone':
      return endPayment(tx, ctx, held.payout, held.transfer, resolution.ending);
    case 'unclear':
      return doubtLocked(tx, ctx, held, resolution.because, { from: open });
    case 'foreign':
      return forgetHash(tx, ctx, held);
    default:
      return false;
  }
}

/** What was given up stays so, unless the network has it or it pays; where it cannot come any more, it is not looked for. */
async function applyToGivenUp(tx: Tx, ctx: Context, held: Both, resolution: Resolution): Promise<boolean> {
  const { transfer } = held;
  const now = ctx.clock.now();
  const amend = async (set: Parameters<typeof updateTransfer>[3]) =>
    (await updateTransfer(tx, transfer, ['dropped'], set, now)) !== null;
  switch (resolution.is) {
    case 'waits':
      return reopen(tx, ctx, held, resolution);
    case 'unseen':
      // A reorganisation took it away again; it may come back.
      return transfer.logIndex !== null && amend({ ...nowhere, seenAt: null });
    case 'foreign':
    case 'failed':
    case 'gone':
    case 'unclear':
      return amend({ ...nowhere, seenAt: now });
    case 'arrived': {
      // Nothing more is prepared for the payout until it is clear which of its payments pays it.
      const { hash, blockNumber, blockHash, logIndex } = resolution.log;
      return amend({ hash, blockNumber, blockHash, logIndex, seenAt: null });
    }
    default:
      return false;
  }
}

/** A transfer that waits and surely pays this makes the payout `processing`; one that we cannot read into is only noted. */
async function noteWaiting(tx: Tx, ctx: Context, { payout, transfer }: Both, { nonce, fits }: Waits): Promise<boolean> {
  if (transfer.seenAt && (payout.status !== 'pending' || !fits)) return false;
  const now = ctx.clock.now();
  const noted = await updateTransfer(tx, transfer, ['submitted'], { nonce, seenAt: transfer.seenAt ?? now }, now);
  if (noted && fits && payout.status === 'pending') await startProcessing(tx, ctx, payout, reason('payment_sent'));
  return noted !== null;
}

/** The network has it after all: its outcome is open again. */
async function reopen(tx: Tx, ctx: Context, { payout, transfer }: Both, { nonce, fits }: Waits): Promise<boolean> {
  if (payout.status !== 'pending' || (await findLiveTransfer(tx, payout))) return false;
  const now = ctx.clock.now();
  const facts = { nonce, seenAt: now, deniedAtBlock: null, ...noFailure };
  const opened = await updateTransfer(tx, transfer, ['dropped'], { status: 'submitted', ...facts }, now);
  if (opened && fits) await startProcessing(tx, ctx, payout, reason('payment_sent'));
  return opened !== null;
}

/** A reported hash that moved something else says nothing about what was prepared: its outcome stays open. */
async function forgetHash(tx: Tx, ctx: Context, { transfer }: Both): Promise<boolean> {
  const nothing = { status: 'prepared' as const, hash: null, nonce: null, seenAt: null };
  const set = { ...nothing, ...failureColumns(reason('paid_something_else')) };
  return (await updateTransfer(tx, transfer, ['submitted'], set, ctx.clock.now())) !== null;
}
