import type { FreezeReason } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { type ProblemCode, Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import { lockOrderIfFree } from '@/lib/orders/core/locked-store';
import type { Key } from '@/lib/orders/core/store';
import { releaseLocked } from '@/lib/orders/release';
import { selectDueOrders } from './due-store';
import { freeze } from './freeze';

const atOnce = 500;
/** So many at the same time, each in a transaction of its own. */
const lanes = 4;

/**
 * Pays the sellers of orders whose time is over. Any number of workers may: the row is locked in the transaction that makes the
 * payout, and one that another holds is left to it. True when more may be due.
 */
export async function releaseDue(ctx: Context): Promise<boolean> {
  const due = await selectDueOrders(ctx.db, ctx.clock.now(), atOnce);
  const waiting = due.values();
  let moved = false;
  const lane = async () => {
    for (const key of waiting) moved = (await releaseSafely(ctx, key)) || moved;
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return moved && due.length === atOnce;
}

/** What passes by itself: an order that meets it stays due. */
const passing: readonly ProblemCode[] = ['rate_unavailable', 'chain_unavailable'];

/** One that cannot be released, or not even stopped, keeps no other from it. False where it stays due. */
async function releaseSafely(ctx: Context, key: Key): Promise<boolean> {
  try {
    await releaseOrFreeze(ctx, key);
    return true;
  } catch (error) {
    if (error instanceof Refusal && passing.includes(error.code)) {
      log.debug({ order: key.id, code: error.code }, 'an order that is due waits until its fee is known');
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
    if (!(error instanceof Refusal) || passing.includes(error.code)) throw error;
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
