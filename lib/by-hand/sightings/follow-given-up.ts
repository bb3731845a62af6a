import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { type Cursor, isOnOurChain } from '@/lib/cursors/store';
import { addSeconds } from '@/lib/kernel/clock';
import { lockPayout } from '@/lib/payouts/locked-store';
import { startProcessing } from '@/lib/payouts/sightings';
import {
  findLiveTransfer,
  findTransferByLog,
  lockUnchanged,
  readTransfer,
  type Transfer,
  updateTransfer,
} from '@/lib/payouts/transfer-store';
import { handFacts } from '@/lib/rails/wallet/facts';
import { judge } from '@/lib/rails/wallet/judge';
import type { HandLog } from '@/lib/rails/wallet/logs';
import { type HandSighting, lookAtHash } from '@/lib/rails/wallet/look';
import { selectGivenUp } from './given-up-store';
import { judgeMined, nonceOf, oursOf } from './judge-mined';
import { recordLog } from './record-log';
import { lockHash, type OpenPayment } from './store';

/** How long the hash of a payment that was given up is asked for. Its wallet is watched without an end. */
const watchedSeconds = 30 * 86_400;
const nowhere = { blockNumber: null, blockHash: null, logIndex: null };

/**
 * Keeps that the chain shows a payment which was given up, while another one of its payout is open: nothing more is
 * prepared for the payout until it is clear which of the two pays it.
 */
export async function noteArrival(ctx: Context, was: Transfer, log: HandLog): Promise<void> {
  const { hash, blockNumber, blockHash, logIndex } = log;
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const payout = await lockPayout(tx, { merchantId: was.merchantId, id: was.payoutId });
    const transfer = await readTransfer(tx, payout, was.id);
    await lockHash(tx, was.chain, hash);
    if (!transfer || (await findTransferByLog(tx, was.chain, log))) return;
    await updateTransfer(tx, transfer, ['dropped'], { hash, blockNumber, blockHash, logIndex, seenAt: null }, now);
  });
}

/** Follows payments that were given up and still may have come, of payouts that nothing else is paying. */
export async function followGivenUp(ctx: Context, chain: ChainKey, cursor: Cursor): Promise<void> {
  const since = addSeconds(ctx.clock.now(), -watchedSeconds);
  for (const late of await selectGivenUp(ctx.db, chain, since)) {
    if (late.transfer.hash) await followOne(ctx, late, await lookAtHash(chain, late.transfer.hash), cursor);
  }
}

async function followOne(ctx: Context, late: OpenPayment, seen: HandSighting, cursor: Cursor): Promise<void> {
  const { transfer } = late;
  if (seen.state === 'waiting') return reopen(ctx, late, seen);
  if (seen.state === 'missing') {
    // A reorganisation took it away again; it may come back.
    if (transfer.logIndex !== null) await amend(ctx, transfer, { ...nowhere, seenAt: null });
    return;
  }
  if (!(await isOnOurChain(ctx.db, transfer.chain, seen, cursor))) return;
  const verdict = await judgeMined(ctx, late, seen);
  if (verdict.is === 'paid') {
    for (const log of verdict.logs) if (await recordLog(ctx, transfer.chain, transfer, log, seen)) return;
    return;
  }
  if (verdict.is === 'unconfirmed') return;
  if (seen.blockNumber <= cursor.finalNumber) await amend(ctx, transfer, { ...nowhere, seenAt: ctx.clock.now() });
}

/** The network has it after all: its outcome is open again. */
async function reopen(
  ctx: Context,
  late: OpenPayment,
  seen: Extract<HandSighting, { state: 'waiting' }>,
): Promise<void> {
  const { transfer, payout } = late;
  const isOurs = await oursOf(ctx, late);
  const fits = seen.planned !== null && judge(handFacts(payout, null), isOurs, seen.planned).fits;
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const same = await lockUnchanged(tx, transfer);
    if (same?.payout.status !== 'pending' || (await findLiveTransfer(tx, same.payout))) return;
    const facts = { nonce: nonceOf(late, seen, fits), seenAt: now, deniedAtBlock: null, failureReason: null };
    const open = await updateTransfer(tx, same.transfer, ['dropped'], { status: 'submitted', ...facts }, now);
    if (open && fits) await startProcessing(tx, ctx, same.payout, 'the payment was sent');
  });
}

async function amend(ctx: Context, transfer: Transfer, set: typeof nowhere & { seenAt: Date | null }): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const same = await lockUnchanged(tx, transfer);
    if (same) await updateTransfer(tx, same.transfer, ['dropped'], set, ctx.clock.now());
  });
}
