import type { Tx } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { lookAtHotWallet } from '@/lib/gateways/look';
import { findGatewayFor } from '@/lib/gateways/store';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import { leastOf } from '@/lib/kernel/money';
import { vaultFacts } from '@/lib/obstacles/read-obstacle';
import { type LockedOrder, lockOrderIfThere, noteTold } from '@/lib/orders/core/locked-store';
import type { Key } from '@/lib/orders/core/store';
import { mailBoth } from '@/lib/orders/mails/mail-side';
import { contractRail } from '@/lib/rails/contract/rail';
import type { VaultState } from '@/lib/rails/rail';
import { termsOf } from '@/lib/rails/traits';
import { announcedBy } from './announce';
import { type Kept, selectBeyondCover, selectCoveredAgain, selectKept } from './due-store';
import { eachAlone } from './each-alone';
import { freeze, unfreeze } from './freeze';

const atOnce = 200;
/** Who waits so much longer need not be told. */
const untoldSeconds = 3_600;

/**
 * Stops the time of orders that their vault, or their gateway's wallet, could not pay even alone, and lets it go on once it can.
 * What cannot be read changes nothing: nobody knows. True when there is more to do at once. Refuses: chain_unavailable.
 */
export async function watchCover(ctx: Context, chain: ChainKey): Promise<boolean> {
  let more = false;
  for (const kept of await selectKept(ctx.db, chain)) more = (await lookSafely(ctx, kept)) || more;
  return more;
}

async function lookSafely(ctx: Context, kept: Kept): Promise<boolean> {
  try {
    return await look(ctx, kept);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'chain_unavailable') throw error;
    const { merchantId, rail, symbol } = kept;
    log.error({ merchantId, rail, symbol, err: error }, 'what orders are kept in cannot be looked at');
    return false;
  }
}

async function look(ctx: Context, kept: Kept): Promise<boolean> {
  const payable = await readPayable(ctx, kept);
  if (payable === null) return false;
  const short = await selectBeyondCover(ctx.db, kept, payable, atOnce);
  const covered = await selectCoveredAgain(ctx.db, kept, payable, atOnce);
  const anyShort = await eachAlone(short, (key) => freezeOne(ctx, key, payable));
  const anyCovered = await eachAlone(covered, (key) => unfreezeOne(ctx, key, payable));
  return (anyShort && short.length === atOnce) || (anyCovered && covered.length === atOnce);
}

/** The most that could be paid at once; null where there is nothing to look at. */
async function readPayable(
  ctx: Context,
  { merchantId, rail, chain, symbol, token, vault }: Kept,
): Promise<bigint | null> {
  if (termsOf(rail).needsVault) {
    return vault && payableOf(await contractRail.claims.look(vaultFacts({ chain, token }, vault)));
  }
  const gateway = await findGatewayFor(ctx.db, merchantId, chain, symbol);
  return gateway && (await lookAtHotWallet(chain, gateway.asset.wallet, token)).held;
}

/** The most that the vault could pay at once; what only the day's limit of its signer holds up fills up by itself. */
function payableOf({ balance, allowance, signer, token }: VaultState): bigint {
  if (token || !signer || signer.expired) return -1n;
  return leastOf(balance, allowance);
}

async function freezeOne(ctx: Context, key: Key, payable: bigint): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const order = await lockOrderIfThere(tx, key);
    if (order?.autoReleaseAt && order.held > payable) await freeze(tx, ctx, order, 'no_cover');
  });
}

async function unfreezeOne(ctx: Context, key: Key, payable: bigint): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    const order = await lockOrderIfThere(tx, key);
    if (!order?.frozenFor.includes('no_cover') || order.held > payable) return;
    const goesOn = await unfreeze(tx, ctx, order, 'no_cover');
    const stoodLong = order.frozenSince && addSeconds(order.frozenSince, untoldSeconds) < ctx.clock.now();
    if (stoodLong) await tellNewTime(tx, goesOn, ctx.clock.now());
  });
}

/** Both sides know an earlier time than the one at which the seller is paid now. */
async function tellNewTime(tx: Tx, order: LockedOrder, now: Date): Promise<void> {
  const { autoReleaseAt: at, held: amount } = order;
  if (at === null) return;
  const announcedDays = announcedBy(at, now);
  if (announcedDays !== null) await noteTold(tx, order, { announcedDays });
  await mailBoth(tx, order, { kind: 'resumed', amount, at }, now);
}
