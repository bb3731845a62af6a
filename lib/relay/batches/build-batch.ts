import type { Tx } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { chainOf } from '@/lib/chains/registry';
import { estimateCall } from '@/lib/evm/estimate-call';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import { type LockedPayout, lockPayouts } from '@/lib/payouts/locked-store';
import { contractRail } from '@/lib/rails/contract/rail';
import { readQueue, selectQueued, updateRelayed } from '@/lib/relay/claims/store';
import { claimGas } from '@/lib/relay/claims-left';
import { gasOfOneSend, whyNotOffered } from '@/lib/relay/offered';
import { send } from '@/lib/relay/send';
import { type PreparedClaim, prepareClaim } from './prepare-claim';

/** How many claims travel together: more save little gas, and one slow block delays them all. */
export const maxClaims = 25;
/** What the chain may have changed since the estimate: a balance that must be written first, for each claim. */
const spareGas = 25_000n;

/** How long the first claim waits for others: about one block. */
const windowSeconds = (chain: ChainKey) => Math.min(12, chainOf(chain).blockSeconds);

/**
 * Makes one send of the claims that wait, once the first of them has waited for a block's time or there are enough. Signs
 * when the batch is made, tries each alone, and writes send and claims in one transaction. True when more may wait.
 */
export async function buildBatch(ctx: Context, chain: ChainKey): Promise<boolean> {
  const now = ctx.clock.now();
  const { count, since } = await readQueue(ctx.db, chain, now);
  const isDue = since !== null && (count >= maxClaims || addSeconds(since, windowSeconds(chain)) <= now);
  if (!isDue || (await whyNotOffered(ctx.db, chain))) return false;
  const room = Number((await gasOfOneSend(ctx.db, chain)) / claimGas);
  const queued = await selectQueued(ctx.db, chain, now, Math.max(1, Math.min(maxClaims, room)));
  const prepared = await Promise.all(queued.map((one) => prepareClaim(ctx, one)));
  const ready = prepared.filter((one) => one !== null);
  if (ready.length > 0) await sendTogether(ctx, chain, ready).catch(changed(chain));
  return count > queued.length;
}

/** Nothing was written: the batch is made again, of what is still as it was. */
function changed(chain: ChainKey): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof Refusal) || error.code !== 'payout_state') throw error;
    log.info({ chain, err: error }, 'a claim changed while its batch was made');
  };
}

async function sendTogether(ctx: Context, chain: ChainKey, ready: readonly PreparedClaim[]): Promise<void> {
  const call = contractRail.claims.join(ready.map((one) => one.call));
  const estimate = await estimateCall(chain, call);
  if (estimate === null) {
    log.warn({ chain, claims: ready.length }, 'claims that pass alone do not pass together; they are tried again');
    return;
  }
  const gas = (estimate * 6n) / 5n + spareGas * BigInt(ready.length);
  const validUntil = new Date(Math.min(...ready.map(({ deadline }) => deadline.getTime())));
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const sendId = await send(tx, { chain, call: { to: call.to, data: call.data }, gas, validUntil }, now);
    for (const { claim, payout } of await lockAll(tx, ready)) {
      const isOpen = payout.status === 'pending' && !payout.cancelRequestedAt;
      const set = { status: 'under_way', sendId, because: null } as const;
      const taken = isOpen && (await updateRelayed(tx, payout, claim, set, now));
      if (!taken) throw new Refusal('payout_state', { detail: `The claim of ${payout.id} changed meanwhile.` });
    }
  });
}

/** All of them in one order, so that two who do so never wait for each other. */
async function lockAll(tx: Tx, ready: readonly PreparedClaim[]) {
  const locked: { claim: PreparedClaim['claim']; payout: LockedPayout }[] = [];
  const byMerchant = Map.groupBy(ready, ({ payout }) => payout.merchantId);
  for (const merchantId of [...byMerchant.keys()].sort()) {
    const own = byMerchant.get(merchantId) ?? [];
    const ids = own.map(({ payout }) => payout.id);
    for (const payout of await lockPayouts(tx, merchantId, ids)) {
      const claim = own.find((one) => one.payout.id === payout.id)?.claim;
      if (claim) locked.push({ claim, payout });
    }
  }
  return locked;
}
