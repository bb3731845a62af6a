import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { hex } from '@/lib/chains/address';
import { requireKnownHistory } from '@/lib/cursors/find-ancestor';
import { type Cursor, findCursor } from '@/lib/cursors/store';
import { reading } from '@/lib/evm/rpc';
import { countWaiting } from '@/lib/evm/transactions';
import { addSeconds } from '@/lib/kernel/clock';
import { log } from '@/lib/kernel/log';
import { twoSayings } from '@/lib/nodes/two-sayings';
import { lockUnchanged } from '@/lib/payouts/transfer-store';
import { type HandSighting, lookAtHash } from '@/lib/rails/wallet/look';
import { actOn } from './act-on';
import type { Resolution } from './facts';
import { findMissed } from './find-missed';
import { freeLapsed, wasNeverAsked } from './free-unasked';
import { gatherFacts } from './gather';
import { selectGivenUp } from './given-up-store';
import { resolve } from './resolve';
import { type OpenPayment, selectOpenPayments } from './store';

/** When this many payments cannot be read, the node is down: stop. With fewer, skip them and go on. */
const maxUnreadable = 3;
/** How long the hash of a payment that was given up is asked for. Its wallet is watched without an end. */
const watchedSeconds = 30 * 86_400;

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
  const seen: HandSighting = hash ? (sightings.get(hash) ?? (await lookAtHash(chain, hash))) : { state: 'missing' };
  if (hash) sightings.set(hash, seen);
  const resolution = resolve(await gatherFacts(ctx, payment, seen, cursor));
  if (endsUnpaid(resolution) && !(await bothEndIt(ctx, payment, cursor))) return;
  await actOn(ctx, payment.transfer, resolution);
}

/** After this the payout is offered again. */
function endsUnpaid({ is }: Resolution): boolean {
  return is === 'gone' || is === 'failed';
}

/** Nothing without a claim id guards a second payment: each of two nodes has to show, from the start, that it ended unpaid. */
async function bothEndIt(ctx: Context, payment: OpenPayment, cursor: Cursor): Promise<boolean> {
  const { id, chain, hash } = payment.transfer;
  const ask = async (): Promise<boolean> => {
    const seen: HandSighting = hash ? await lookAtHash(chain, hash) : { state: 'missing' };
    const resolution = resolve(await gatherFacts(ctx, payment, seen, cursor));
    if (!endsUnpaid(resolution)) return false;
    return seen.state !== 'missing' || bearsLastLook(ctx, payment, resolution, cursor);
  };
  const { first, second } = await twoSayings(chain, ask);
  if (first.answer && second?.answer === false)
    log.warn({ chain, transfer: id }, 'a payment by hand ended unpaid by one node only: it stays open');
  return first.answer && second?.answer !== false;
}

async function freeIfLapsed(ctx: Context, { transfer }: OpenPayment): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const same = await lockUnchanged(tx, transfer);
    if (same) await freeLapsed(tx, ctx, same.payout);
  });
}

/** A payment of which the chain shows nothing ends after a last look alone, which books it if it is there after all. */
async function bearsLastLook(
  ctx: Context,
  payment: OpenPayment,
  resolution: Resolution,
  cursor: Cursor,
): Promise<boolean> {
  if (resolution.is !== 'gone') return true;
  if (await findMissed(ctx, payment, cursor.finalNumber)) return false;
  return resolution.ending.unprovenAtBlock === undefined || !(await hasWaiting(payment));
}

/** A word waits, too, while the node knows of transfers of that wallet that are in no block yet. */
function hasWaiting({ transfer: { chain, sender } }: OpenPayment): Promise<boolean> | boolean {
  return sender !== null && reading(chain, async (client) => (await countWaiting(client, hex(sender))) > 0);
}

/** Follows payments that were given up and still may have come, of payouts that nothing else is paying. */
async function followGivenUp(ctx: Context, chain: ChainKey, cursor: Cursor): Promise<void> {
  const since = addSeconds(ctx.clock.now(), -watchedSeconds);
  for (const late of await selectGivenUp(ctx.db, chain, since)) {
    if (!late.transfer.hash) continue;
    const seen = await lookAtHash(chain, late.transfer.hash);
    await actOn(ctx, late.transfer, resolve(await gatherFacts(ctx, late, seen, cursor)));
  }
}
