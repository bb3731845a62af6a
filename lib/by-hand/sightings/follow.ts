import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { hex } from '@/lib/chains/address';
import { requireKnownHistory } from '@/lib/cursors/find-ancestor';
import { type Cursor, findCursor, isOnOurChain } from '@/lib/cursors/store';
import { reading } from '@/lib/evm/rpc';
import { countWaiting, nonceIsSpentAt } from '@/lib/evm/transactions';
import { doubt } from '@/lib/payouts/confirm';
import { startProcessing } from '@/lib/payouts/sightings';
import { lockUnchanged, updateTransfer } from '@/lib/payouts/transfer-store';
import { handFacts } from '@/lib/rails/wallet/facts';
import { judge } from '@/lib/rails/wallet/judge';
import { type HandSighting, lookAtHash } from '@/lib/rails/wallet/look';
import { readSafeNumber } from '@/lib/rails/wallet/proposal-number';
import { type Ending, endPayment } from './end';
import { findMissed } from './find-missed';
import { followGivenUp } from './follow-given-up';
import { freeLapsed, wasNeverAsked } from './free-unasked';
import { judgeMined, type Mined, nonceOf, oursOf } from './judge-mined';
import { recordLog } from './record-log';
import { type OpenPayment, selectOpenPayments } from './store';

/** When this many payments cannot be read, the node is down: stop. With fewer, skip them and go on. */
const maxUnreadable = 3;

/**
 * Looks after every payment by hand whose outcome is open. A payout is offered again only when a final block shows that
 * what may have been signed for it cannot be mined any more, or a person said that nothing was signed and final blocks
 * agree; after that, what was given up is looked for as long as nothing else paid. Returns how many are open.
 */
export async function followPayments(ctx: Context, chain: ChainKey): Promise<number> {
  const cursor = await findCursor(ctx.db, chain);
  if (!cursor) return 0;
  await requireKnownHistory(ctx.db, chain);
  const open = await selectOpenPayments(ctx.db, chain);
  const sightings = new Map<string, HandSighting>();
  const troubles: unknown[] = [];
  for (const payment of open) {
    await followOne(ctx, payment, sightings, cursor).catch((error: unknown) => troubles.push(error));
    if (troubles.length >= maxUnreadable) break;
  }
  await followGivenUp(ctx, chain, cursor);
  if (troubles.length > 0) throw troubles[0];
  return open.length;
}

async function followOne(
  ctx: Context,
  payment: OpenPayment,
  sightings: Map<string, HandSighting>,
  cursor: Cursor,
): Promise<void> {
  const { hash, chain } = payment.transfer;
  if (wasNeverAsked(payment.transfer)) return freeIfLapsed(ctx, payment);
  if (!hash) return giveUp(ctx, payment, lapsed(payment, cursor) ?? (await proposalIsOver(payment, cursor)), cursor);
  const seen = sightings.get(hash) ?? (await lookAtHash(chain, hash));
  sightings.set(hash, seen);
  if (seen.state === 'waiting') return noteWaiting(ctx, payment, seen);
  if (seen.state === 'mined') return followMined(ctx, payment, seen, cursor);
  await giveUp(ctx, payment, lapsed(payment, cursor) ?? (await provenOver(payment, cursor)), cursor);
}

async function freeIfLapsed(ctx: Context, { transfer }: OpenPayment): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const same = await lockUnchanged(tx, transfer);
    if (same) await freeLapsed(tx, ctx, same.payout);
  });
}

/** Nothing of it is on the chain: what can still be said about it from its deadline and from what a person stated. */
export function lapsed({ transfer, signing }: OpenPayment, cursor: Cursor): Ending | null {
  if (signing?.deadline && signing.deadline < cursor.finalTime) {
    return { status: 'dropped', reason: 'It was not sent in time; the contract refuses it from now on.' };
  }
  const { deniedAtBlock: stated, seenAt } = transfer;
  if (stated === null || stated > cursor.finalNumber || seenAt) return null;
  return { status: 'dropped', reason: 'It was not signed, and the chain shows none.', unprovenAtBlock: stated };
}

/** Final blocks prove that what was signed can never be mined: its number in the wallet is used up, by something else. */
export async function provenOver(payment: OpenPayment, cursor: Cursor): Promise<Ending | null> {
  const { sender, nonce, chain } = payment.transfer;
  if (!sender || nonce === null) return proposalIsOver(payment, cursor);
  const spent = await reading(chain, (client) => nonceIsSpentAt(client, hex(sender), nonce, cursor.finalNumber));
  return spent ? { status: 'replaced', reason: 'The wallet sent something else in its place.' } : null;
}

/** The same of a Safe's proposal: carried out, it would have been seen; its number is gone, so it never can be. */
async function proposalIsOver({ transfer }: OpenPayment, cursor: Cursor): Promise<Ending | null> {
  const { sender, proposalNumber, chain } = transfer;
  if (!sender || proposalNumber === null) return null;
  const next = await reading(chain, (client) => readSafeNumber(client, sender, cursor.finalNumber));
  if (next === null || next <= proposalNumber) return null;
  const reason = `The Safe used its number ${proposalNumber} for something else: the proposal cannot be carried out any more.`;
  return { status: 'replaced', reason };
}

/** A transfer that waits and surely pays this makes the payout `processing`; one that we cannot read into is only noted. */
async function noteWaiting(
  ctx: Context,
  payment: OpenPayment,
  seen: Extract<HandSighting, { state: 'waiting' }>,
): Promise<void> {
  const { transfer, payout } = payment;
  const isOurs = await oursOf(ctx, payment);
  const fits = seen.planned !== null && judge(handFacts(payout, null), isOurs, seen.planned).fits;
  if (transfer.seenAt && (payout.status !== 'pending' || !fits)) return;
  const now = ctx.clock.now();
  const nonce = nonceOf(payment, seen, fits);
  await ctx.db.transaction(async (tx) => {
    const same = await lockUnchanged(tx, transfer);
    if (!same) return;
    const seenAt = transfer.seenAt ?? now;
    const noted = await updateTransfer(tx, same.transfer, ['submitted'], { nonce, seenAt }, now);
    const moving = noted !== null && fits && same.payout.status === 'pending';
    if (moving) await startProcessing(tx, ctx, same.payout, 'the payment was sent');
  });
}

/** What is mined either pays this payout, or never will; the latter counts once its block is final. */
async function followMined(ctx: Context, payment: OpenPayment, seen: Mined, cursor: Cursor): Promise<void> {
  const { transfer } = payment;
  if (!(await isOnOurChain(ctx.db, transfer.chain, seen, cursor))) return;
  const verdict = await judgeMined(ctx, payment, seen);
  if (verdict.is === 'paid') {
    for (const log of verdict.logs) if (await recordLog(ctx, transfer.chain, transfer, log, seen)) return;
    return;
  }
  if (verdict.is === 'unconfirmed' || seen.blockNumber > cursor.finalNumber) return;
  if (verdict.is === 'over') return endIf(ctx, payment, verdict.ending);
  if (verdict.is === 'doubtful') return doubt(ctx, transfer, verdict.because, { from: ['prepared', 'submitted'] });
  await forgetHash(ctx, payment);
}

/** A reported hash that moved something else says nothing about what was prepared: its outcome stays open. */
async function forgetHash(ctx: Context, { transfer }: OpenPayment): Promise<void> {
  const now = ctx.clock.now();
  const set = { status: 'prepared' as const, hash: null, nonce: null, seenAt: null };
  const failureReason = 'The reported hash turned out to pay something else.';
  await ctx.db.transaction(async (tx) => {
    const same = await lockUnchanged(tx, transfer);
    if (same) await updateTransfer(tx, same.transfer, ['submitted'], { ...set, failureReason }, now);
  });
}

/** Ends a payment of which the chain shows nothing, after a last look. */
async function giveUp(ctx: Context, payment: OpenPayment, ending: Ending | null, cursor: Cursor): Promise<void> {
  if (!ending || (await findMissed(ctx, payment, cursor.finalNumber))) return;
  if (ending.unprovenAtBlock !== undefined && (await hasWaiting(payment))) return;
  await endIf(ctx, payment, ending);
}

/** A word waits, too, while the node knows of transfers of that wallet that are in no block yet. */
function hasWaiting({ transfer: { chain, sender } }: OpenPayment): Promise<boolean> | boolean {
  return sender !== null && reading(chain, async (client) => (await countWaiting(client, hex(sender))) > 0);
}

/** Not where a report came in between: it is looked at again with what was reported. */
async function endIf(ctx: Context, { transfer }: OpenPayment, ending: Ending): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const same = await lockUnchanged(tx, transfer);
    if (same) await endPayment(tx, ctx, same.payout, same.transfer, ending);
  });
}
