import type { Tx } from '@/db/client';
import { together } from '@/db/together';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { chainOf } from '@/lib/chains/registry';
import { estimateCall } from '@/lib/evm/estimate-call';
import { addSeconds } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { log } from '@/lib/kernel/log';
import { isLiveLink, type LockedPayout, lockAll } from '@/lib/payouts/locked-store';
import { gasEach } from '@/lib/rails/contract/join-claims';
import { contractRail } from '@/lib/rails/contract/rail';
import { findRelayed, type Queued, readQueue, selectQueued, updateRelayed } from '@/lib/relay/claims/store';
import { gasOfOneSend, whyNotOffered } from '@/lib/relay/offered';
import { type SendOrder, send } from '@/lib/relay/send';
import { isKept } from '@/lib/screening/flags';
import { findStopHeld } from '@/lib/stops/store';
import { type PreparedClaim, prepareClaims, putOff } from './prepare-claims';

/** How many claims travel together: more save little gas, and one slow block delays them all. */
export const maxClaims = 25;
/** What the chain may have changed since the estimate for one that travels alone: a balance that must be written first. */
const spareGas = 25_000n;
/** What an account must be able to offer for a batch, and for each claim in it. */
const batchGas = { any: 150_000n, each: 250_000n } as const;
/** A claim that passes when it is tried, and not when it is estimated, is tried again after this, in seconds. */
const againSeconds = 30;

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
  const room = Number(((await gasOfOneSend(ctx.db, chain)) - batchGas.any) / batchGas.each);
  const queued = await selectQueued(ctx.db, chain, now, Math.max(1, Math.min(maxClaims, room)));
  const ready = await prepareAll(ctx, queued);
  await sendTogether(
    ctx,
    chain,
    ready.filter(({ alone }) => !alone),
  );
  for (const one of ready.filter(({ alone }) => alone)) await sendTogether(ctx, chain, [one]);
  return count > queued.length;
}

/** A claim that the node gives no answer to waits alone. Refuses: chain_unavailable, where it answers to none. */
async function prepareAll(ctx: Context, queued: readonly Queued[]): Promise<PreparedClaim[]> {
  const { ready, unheard } = await prepareClaims(ctx, queued);
  const [first] = unheard;
  if (first && unheard.length === queued.length) throw first.error;
  for (const { one, error } of unheard) {
    log.warn({ payout: one.payout.id, err: error }, 'the node does not say whether a claim passes');
    await putOff(ctx, one, { because: 'node_silent', waitSeconds: againSeconds });
  }
  return ready;
}

/** What changed while it was prepared, as by a cancellation, is left out: else anybody could hold up all others by it. */
async function sendTogether(ctx: Context, chain: ChainKey, ready: readonly PreparedClaim[]): Promise<void> {
  if (ready.length === 0) return;
  const call = contractRail.claims.join(ready.map((one) => one.call));
  const estimate = await estimateCall(chain, call);
  if (estimate === null) {
    log.warn({ chain, claims: ready.length }, 'claims that pass alone do not pass together');
    // One of them alone is tried again later; of several at least one half passes, or a part of it.
    const [only, ...others] = ready;
    if (only && others.length === 0) return putOff(ctx, only, { because: 'not_payable', waitSeconds: againSeconds });
    const middle = Math.ceil(ready.length / 2);
    await sendTogether(ctx, chain, ready.slice(0, middle));
    return sendTogether(ctx, chain, ready.slice(middle));
  }
  const gas = (estimate * 6n) / 5n + spareOf(ready.length);
  const deadlines = ready.map(({ deadline }) => deadline.getTime());
  // What names a key is good for as long as its link: no nonce stays open for so long.
  const latest = addSeconds(ctx.clock.now(), env.VOUCHER_TTL_SECONDS).getTime();
  const validUntil = new Date(Math.min(latest, ...deadlines));
  const order = { chain, call: { to: call.to, data: call.data }, gas, validUntil };
  const standing = await writeDown(ctx, order, ready);
  if (standing.length < ready.length) await sendTogether(ctx, chain, standing);
}

/**
 * The contract hands each claim of a batch its whole share of gas, or reverts all: so there is room for every one to use it up,
 * and nobody's claims can have those of others reverted by burning more than was estimated.
 */
function spareOf(count: number): bigint {
  return count === 1 ? spareGas : gasEach * BigInt(count);
}

/** Answers those that stand as they were prepared: all of them, and then they are in the send; or some, and nothing is written. */
async function writeDown(ctx: Context, order: SendOrder, ready: readonly PreparedClaim[]): Promise<PreparedClaim[]> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const locked = await lockAll(tx, ready);
    const found = await together(locked, async (one) => ({ ...one, isStanding: await stands(tx, one) }));
    const standing = found.filter(({ isStanding }) => isStanding);
    if (standing.length === ready.length) {
      const sendId = await send(tx, order, now);
      const set = { status: 'under_way', sendId, because: null } as const;
      await together(standing, ({ one, payout }) => updateRelayed(tx, payout, one.claim, set, now));
    }
    return standing.map(({ one }) => one);
  });
}

type Locked = { one: PreparedClaim; payout: LockedPayout };

async function stands(tx: Tx, { one: { claim }, payout }: Locked): Promise<boolean> {
  if (payout.status !== 'pending' || payout.cancelRequestedAt) return false;
  if (await findStopHeld(tx, payout)) return false;
  if (await isKept(tx, payout, claim.recipient)) return false;
  if (claim.linkHash !== null && !(await isLiveLink(tx, payout, claim.linkHash))) return false;
  const newest = await findRelayed(tx, payout);
  return newest?.id === claim.id && newest.status === 'queued';
}
