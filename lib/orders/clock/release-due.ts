import type { FreezeReason } from '@/db/vocabulary/orders';
import type { Context } from '@/lib/access/actor';
import { type ProblemCode, Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import { type LockedOrder, lockFreeOrders, lockOrderIfFree } from '@/lib/orders/core/locked-store';
import type { Key } from '@/lib/orders/core/store';
import { releaseLocked } from '@/lib/orders/release';
import { releaseHeld } from '@/lib/orders/send-part';
import { type Due, selectDueOrders } from './due-store';
import { freeze } from './freeze';

const atOnce = 1_000;
/** So many in one transaction, which a hold or an objection may have to wait for. */
const perSet = 100;
/** So many sets at the same time. */
const lanes = 4;

/**
 * Pays the sellers of orders whose time is over. Any number of workers may: the rows are locked in the transaction that makes the
 * payouts, and one that another holds is left to it. True when more may be due.
 */
export async function releaseDue(ctx: Context): Promise<boolean> {
  const due = await selectDueOrders(ctx.db, ctx.clock.now(), atOnce);
  const waiting = setsOf(due).values();
  let moved = false;
  const lane = async () => {
    for (const set of waiting) moved = (await releaseSet(ctx, set)) || moved;
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return moved && due.length === atOnce;
}

/** Orders of one merchant, rail and asset, which are paid out of one vault or wallet on the same terms. */
function setsOf(due: readonly Due[]): Due[][] {
  const alike = Map.groupBy(due, ({ merchantId, rail, chain, symbol }) => [merchantId, rail, chain, symbol].join());
  return [...alike.values()].flatMap((orders) => {
    const sets = Array.from({ length: Math.ceil(orders.length / perSet) }, (_, index) => index * perSet);
    return sets.map((start) => orders.slice(start, start + perSet));
  });
}

/** What a set cannot release is looked at one by one. False where nothing came of it. */
async function releaseSet(ctx: Context, set: readonly Due[]): Promise<boolean> {
  const left = set.length > 1 ? await releaseTogether(ctx, set) : set;
  let moved = left.length < set.length;
  for (const key of left) moved = (await releaseSafely(ctx, key)) || moved;
  return moved;
}

/** Answers those that are left: the refused, and all where the set as a whole fails. Those that another worker holds are its own. */
async function releaseTogether(ctx: Context, set: readonly Due[]): Promise<readonly Key[]> {
  const [first] = set;
  if (!first) return [];
  const now = ctx.clock.now();
  try {
    return await ctx.db.transaction(async (tx) => {
      const ids = set.map(({ id }) => id);
      const orders = await lockFreeOrders(tx, first.merchantId, ids);
      const isDue = ({ autoReleaseAt }: LockedOrder) => autoReleaseAt !== null && autoReleaseAt <= now;
      return releaseHeld(tx, ctx, orders.filter(isDue));
    });
  } catch (error) {
    const isRefused = error instanceof Refusal;
    log[isRefused ? 'debug' : 'warn']({ order: first.id, err: error }, 'orders that are due are released one by one');
    return set;
  }
}

/** What passes by itself: an order that meets it stays due. */
const passing: readonly ProblemCode[] = ['rate_unavailable', 'chain_unavailable', 'stopped', 'merchant_suspended'];

/** So does what says itself from when on it may pass: the day of a merchant that may make so many payouts in one. */
function passes({ code, facts }: Refusal): boolean {
  return passing.includes(code) || (code === 'merchant_limit' && facts.retryAfterSeconds !== undefined);
}

/** One that cannot be released, or not even stopped, keeps no other from it. False where it stays due. */
async function releaseSafely(ctx: Context, key: Key): Promise<boolean> {
  try {
    await releaseOrFreeze(ctx, key);
    return true;
  } catch (error) {
    if (error instanceof Refusal && passes(error)) {
      log.debug(
        { order: key.id, code: error.code },
        'an order that is due waits until its fee is known, a stop is lifted, or a new day begins',
      );
    } else {
      log.error({ order: key.id, err: error }, 'an order that is due was neither released nor stopped');
    }
    return false;
  }
}

/** What will be refused again stands still until a person has looked. */
async function releaseOrFreeze(ctx: Context, key: Key): Promise<void> {
  try {
    await release(ctx, key);
  } catch (error) {
    if (!(error instanceof Refusal) || passes(error)) throw error;
    log.error({ order: key.id, err: error }, 'an order that is due cannot be released');
    await freezeDue(ctx, key, error.code);
  }
}

function release(ctx: Context, key: Key): Promise<void> {
  return ctx.db.transaction(async (tx) => {
    const order = await lockOrderIfFree(tx, key);
    if (order?.autoReleaseAt && order.autoReleaseAt <= ctx.clock.now()) await releaseLocked(tx, ctx, order);
  });
}

/** Refusals for which the seller has to name another address; after any other one a member looks. */
const ofAddress: readonly ProblemCode[] = ['recipient_unsupported', 'address_refused', 'destination_refused'];

function freezeDue(ctx: Context, key: Key, code: ProblemCode): Promise<void> {
  const reason: FreezeReason = ofAddress.includes(code) ? 'no_address' : 'not_sent';
  return ctx.db.transaction(async (tx) => {
    const order = await lockOrderIfFree(tx, key);
    if (order?.autoReleaseAt && order.autoReleaseAt <= ctx.clock.now()) {
      await freeze(tx, ctx, order, reason, { refused: code });
    }
  });
}
