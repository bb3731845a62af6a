import type { Tx } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import type { TokenMove } from '@/lib/evm/token-moves';
import { newId } from '@/lib/kernel/ids';
import { type LockedPayout, lockPayout } from '@/lib/payouts/locked-store';
import { startProcessing } from '@/lib/payouts/sightings';
import type { Key, Payout } from '@/lib/payouts/store';
import {
  findLiveTransfer,
  findTransferByLog,
  insertTransfer,
  type LockedTransfer,
  readLiveTransfer,
  readTransfer,
  type Transfer,
  updateTransfer,
} from '@/lib/payouts/transfer-store';
import { isByHand } from '@/lib/rails/traits';
import type { HandLog } from '@/lib/rails/wallet/logs';
import { keepWord } from './assurance-store';
import { type Objection, objections, objectionTo, timeOf } from './may-settle';
import { lockHash } from './store';

/** One that was given up may come after all; one in doubt is looked for when a person wants it written off. */
const bookable = ['prepared', 'submitted', 'dropped', 'unknown'] as const;

/** Who sent the transfer in which a payment was found; a Safe or a relayer may carry it for the wallet that pays. */
export type Carrier = { from: string; nonce: number };

/**
 * Records the log as the payment of this payout: `confirming` until its block is final. False when the log pays another payout,
 * the payout has another transfer under way, or it may not settle it: then the payment says why.
 * Refuses: chain_unavailable.
 */
export async function recordLog(
  ctx: Context,
  chain: ChainKey,
  known: Transfer,
  log: HandLog,
  carrier: Carrier,
): Promise<boolean> {
  const at = await timeOf(chain, log);
  return ctx.db.transaction(async (tx) => {
    const payout = await lockPayout(tx, { merchantId: known.merchantId, id: known.payoutId });
    if ((await takeLog(tx, chain, payout, log)) !== 'free') return false;
    const live = await findLiveTransfer(tx, payout);
    const transfer = await readTransfer(tx, payout, known.id);
    if (!transfer || (live && live.id !== transfer.id) || payout.status === 'completed') return false;
    const nonce = carrier.from === log.from ? carrier.nonce : null;
    const preparedAt = transfer.signingId ? transfer.createdAt : null;
    const objection = await objectionTo(tx, payout, { log, at, preparedAt, nonce });
    if (!objection) return write(tx, ctx, { payout, log, transfer, nonce });
    await sayWhyNot(tx, ctx, transfer, log, objection);
    return false;
  });
}

/** Tells on the payment that is open, and once in the audit, why what the chain shows is not booked for it. */
async function sayWhyNot(tx: Tx, ctx: Context, transfer: LockedTransfer, log: HandLog, objection: Objection) {
  const failureReason = objections[objection];
  if (transfer.failureReason === failureReason) return;
  const now = ctx.clock.now();
  if (!(await updateTransfer(tx, transfer, ['prepared', 'submitted'], { failureReason }, now))) return;
  const { merchantId, payoutId: subjectId } = transfer;
  const detail = { hash: log.hash, sender: log.from, because: failureReason };
  await audit(tx, ctx, { merchantId, action: 'payment.not_booked', subjectId, detail, now });
}

/** `taken`: the log or the payout is settled otherwise. `in_progress`: another payment of the payout may come. */
export type Recording = 'recorded' | 'known' | 'taken' | 'in_progress' | Objection;

const payable = ['pending', 'processing', 'expired', 'cancelled', 'failed'];

/**
 * The same for a payment that nobody reported and that was found to fit a payout: what waits for it gets its hash, and
 * where nothing waits it becomes a transfer of its own. `sayer`: the member who says so, which is kept.
 */
export async function recordFound(
  ctx: Context,
  chain: ChainKey,
  key: Key,
  log: HandLog,
  sayer: string | null = null,
): Promise<Recording> {
  const at = await timeOf(chain, log);
  return ctx.db.transaction(async (tx) => {
    const payout = await lockPayout(tx, key);
    const now = ctx.clock.now();
    const taken = await takeLog(tx, chain, payout, log);
    if (taken !== 'free') return taken;
    if (!fits(payout, chain, log)) return 'taken';
    const transfer = await readLiveTransfer(tx, payout);
    if (!mayCarry(transfer, log)) return 'in_progress';
    if (sayer) await keepWord(tx, payout, { hash: log.hash, sender: log.from, userId: sayer, now });
    const preparedAt = transfer?.signingId ? transfer.createdAt : null;
    const objection = await objectionTo(tx, payout, { log, at, preparedAt, nonce: null });
    if (objection) return objection;
    if (!(await write(tx, ctx, { payout, log, transfer }))) return 'taken';
    await audit(tx, ctx, {
      ...{ merchantId: payout.merchantId, action: 'payout.payment_found', subjectId: payout.id, now },
      detail: { hash: log.hash, logIndex: log.logIndex, sender: log.from },
    });
    return 'recorded';
  });
}

/** A movement as the payment that it may be. */
export function logOf({ to: recipient, block: blockNumber, ...rest }: TokenMove): HandLog {
  return { ...rest, recipient, blockNumber };
}

/** Whether what is on its way for a payout may be this very log: from the same wallet, and of no other hash. */
export function mayCarry(live: Transfer | null, log: { hash: string; from: string; blockNumber: bigint }): boolean {
  if (!live) return true;
  if (live.status === 'confirming') return false;
  if (live.hash !== null) return live.hash === log.hash;
  if (live.preparedBlock !== null && live.preparedBlock >= log.blockNumber) return false;
  return live.sender === null || live.sender === log.from;
}

/** Under the lock of its hash a log pays one payout. */
async function takeLog(tx: Tx, chain: ChainKey, payout: Payout, log: HandLog): Promise<'free' | 'known' | 'taken'> {
  await lockHash(tx, chain, log.hash);
  const known = await findTransferByLog(tx, chain, log);
  if (known) return known.payoutId === payout.id ? 'known' : 'taken';
  return 'free';
}

function fits(payout: Payout, chain: ChainKey, log: HandLog): boolean {
  return (
    isByHand(payout.rail) &&
    payable.includes(payout.status) &&
    payout.chain === chain &&
    payout.token === log.token &&
    payout.recipientAddress === log.recipient &&
    payout.net === log.amount
  );
}

type Sighting = {
  payout: LockedPayout;
  log: HandLog;
  /** What waited for it; null makes a transfer of its own. */
  transfer: LockedTransfer | null;
  nonce?: number | null;
};

async function write(tx: Tx, ctx: Context, sighting: Sighting): Promise<boolean> {
  const { payout, log, transfer, nonce } = sighting;
  const now = ctx.clock.now();
  const { hash, blockNumber, blockHash, logIndex, recipient, from: sender } = log;
  const place = { status: 'confirming' as const, hash, blockNumber, blockHash, logIndex, recipient, sender, nonce };
  const seen = { seenAt: transfer?.seenAt ?? now, failureReason: null, deniedAtBlock: null };
  const id = newId('transfer', now.getTime());
  const written = transfer
    ? await updateTransfer(tx, transfer, bookable, { ...place, ...seen }, now)
    : await insertTransfer(tx, payout, { id, ...place, ...seen, createdAt: now, updatedAt: now });
  if (!written) return false;
  await startProcessing(tx, ctx, payout, 'the chain shows the payment');
  return true;
}
