import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { hex } from '@/lib/chains/address';
import { reading } from '@/lib/evm/rpc';
import { nonceIsSpentAt } from '@/lib/evm/transactions';
import { judge } from '@/lib/rails/wallet/judge';
import { type HandSighting, lookAtHash } from '@/lib/rails/wallet/look';
import { type Ending, endPayment } from './end-payment';
import { findMissed } from './find-missed';
import { handFacts } from './payment-facts';
import { type OpenPayment, selectOpenPayments } from './payment-store';
import { recordLog } from './record-log';
import { startProcessing } from './sightings';
import { lockPayout } from './store';
import { updateTransfer } from './transfer-store';
import { selectKnownSenders } from './wallet-store';
import { type Cursor, findCursor, isOnOurChain } from './watch-store';

type Mined = Extract<HandSighting, { state: 'mined' }>;

/**
 * Looks after every payment by hand whose outcome is open. A payout is offered again only when a final block shows that
 * what may have been signed for it cannot be mined any more, or a person said that nothing was signed and final blocks
 * agree. Returns how many are open.
 */
export async function followPayments(ctx: Context, chain: ChainKey): Promise<number> {
  const cursor = await findCursor(ctx.db, chain);
  if (!cursor) return 0;
  const open = await selectOpenPayments(ctx.db, chain);
  const sightings = new Map<string, HandSighting>();
  for (const payment of open) {
    const { hash } = payment.transfer;
    if (!hash) {
      await giveUp(ctx, payment, lapsed(payment, cursor), cursor);
      continue;
    }
    const seen = sightings.get(hash) ?? (await lookAtHash(chain, hash));
    sightings.set(hash, seen);
    await followOne(ctx, payment, seen, cursor);
  }
  return open.length;
}

async function followOne(ctx: Context, payment: OpenPayment, seen: HandSighting, cursor: Cursor): Promise<void> {
  if (seen.state === 'waiting') return noteWaiting(ctx, payment, seen);
  if (seen.state === 'mined') return followMined(ctx, payment, seen, cursor);
  await giveUp(ctx, payment, lapsed(payment, cursor) ?? (await replaced(payment, cursor)), cursor);
}

/** Nothing of it is on the chain: what can still be said about it from its deadline and from what a person stated. */
function lapsed({ transfer, batch }: OpenPayment, cursor: Cursor): Ending | null {
  if (batch?.deadline && batch.deadline < cursor.finalTime) {
    return { status: 'dropped', reason: 'It was not sent in time; the contract refuses it from now on.' };
  }
  const stated = transfer.unsignedBlock !== null && transfer.unsignedBlock <= cursor.finalNumber;
  if (stated && !transfer.seenAt) return { status: 'dropped', reason: 'It was not signed, and the chain shows none.' };
  return null;
}

/** The wallet's nonce was used by something else, in a block that cannot change. */
async function replaced({ transfer }: OpenPayment, cursor: Cursor): Promise<Ending | null> {
  const { sender, nonce, chain } = transfer;
  if (!sender || nonce === null) return null;
  const spent = await reading(chain, (client) => nonceIsSpentAt(client, hex(sender), nonce, cursor.finalNumber));
  return spent ? { status: 'replaced', reason: 'The wallet sent something else in its place.' } : null;
}

/** A transfer that waits and surely pays this makes the payout `processing`; one that we cannot read into is only noted. */
async function noteWaiting(
  ctx: Context,
  { transfer, payout }: OpenPayment,
  seen: Extract<HandSighting, { state: 'waiting' }>,
): Promise<void> {
  const facts = handFacts(payout, transfer.sender ?? seen.from);
  const fits = seen.planned !== null && judge(facts, () => true, seen.planned).fits;
  if (transfer.seenAt && (payout.status !== 'pending' || !fits)) return;
  const now = ctx.clock.now();
  const nonce = transfer.sender === null || transfer.sender === seen.from ? seen.nonce : null;
  await ctx.db.transaction(async (tx) => {
    const current = await lockPayout(tx, payout);
    const seenAt = transfer.seenAt ?? now;
    const noted = await updateTransfer(tx, transfer, ['submitted'], { nonce, seenAt }, now);
    if (noted && fits && current.status === 'pending') await startProcessing(tx, ctx, current, 'the payment was sent');
  });
}

/** What is mined either pays this payout, or never will; the latter counts once its block is final. */
async function followMined(ctx: Context, payment: OpenPayment, seen: Mined, cursor: Cursor): Promise<void> {
  const { transfer, payout } = payment;
  const { chain } = transfer;
  const known = await selectKnownSenders(ctx.db, transfer.merchantId);
  const verdict = judge(handFacts(payout, transfer.sender), (sender) => known.has(sender), seen.payments);
  if (verdict.fits) {
    if (!(await isOnOurChain(ctx.db, chain, seen, cursor))) return;
    for (const log of verdict.logs) if (await recordLog(ctx, chain, transfer, log, seen)) return;
  }
  if (seen.blockNumber > cursor.finalNumber) return;
  const { planned } = seen;
  const tried = planned !== null && judge(handFacts(payout, transfer.sender ?? seen.from), () => true, planned).fits;
  if (tried || payment.batch?.proposal) {
    return endIf(ctx, payment, { status: 'reverted', reason: 'The network ran the payment and refused it.' });
  }
  if (!payment.batch)
    return endIf(ctx, payment, { status: 'dropped', reason: 'The hash turned out to pay something else.' });
  await forgetHash(ctx, payment);
}

/** A reported hash that moved something else says nothing about what was prepared: its outcome stays open. */
async function forgetHash(ctx: Context, { transfer, payout }: OpenPayment): Promise<void> {
  const now = ctx.clock.now();
  const set = { status: 'prepared' as const, hash: null, nonce: null, seenAt: null };
  const failureReason = 'The reported hash turned out to pay something else.';
  await ctx.db.transaction(async (tx) => {
    await lockPayout(tx, payout);
    await updateTransfer(tx, transfer, ['submitted'], { ...set, failureReason }, now);
  });
}

/** Ends a payment of which the chain shows nothing, after a last look. */
async function giveUp(ctx: Context, payment: OpenPayment, ending: Ending | null, cursor: Cursor): Promise<void> {
  if (!ending || (await findMissed(ctx, payment, cursor.finalNumber))) return;
  await endIf(ctx, payment, ending);
}

async function endIf(ctx: Context, { transfer, payout }: OpenPayment, ending: Ending | null): Promise<void> {
  if (!ending) return;
  await ctx.db.transaction(async (tx) => endPayment(tx, ctx, await lockPayout(tx, payout), transfer, ending));
}
