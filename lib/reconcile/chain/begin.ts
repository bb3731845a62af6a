import type { PublicClient } from 'viem';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { skewSeconds } from '@/lib/by-hand/sightings/may-settle';
import { chainOf } from '@/lib/chains/registry';
import { requireKnownHistory } from '@/lib/cursors/find-ancestor';
import { findCursor } from '@/lib/cursors/store';
import { finalBlock, headBlock } from '@/lib/evm/blocks';
import type { Span } from '@/lib/evm/read-in-parts';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { findOldestCandidate } from '@/lib/reconcile/core/candidate-store';
import { findCloseBefore } from '@/lib/reconcile/core/close-store';
import { endOf } from '@/lib/reconcile/core/day';
import { type Known, selectKnown } from '@/lib/reconcile/core/known-store';
import { lateSeconds } from '@/lib/reconcile/core/match';
import type { Reconciliation } from '@/lib/reconcile/core/store';
import type { Scope } from './outgoing';
import { lastBlockBefore } from './read-chain';

/** How far the worker may be behind the node before a reading of what it has seen says too little. */
const behindSeconds = 1_800;

export type Plan = {
  span: Span;
  /** Where the reading begins: below the span where a wallet became known that may have paid a payout before. */
  begin: bigint;
  complete: boolean;
  since: Date;
};

type What = Pick<Reconciliation, 'merchantId' | 'chain'>;

/**
 * The blocks of a reconciliation: everything above the last close that read this chain, up to the end of the day or the
 * newest final block. So the closes of a chain follow each other without a gap. Refuses: chain_unavailable.
 */
export async function planReading(
  ctx: Context,
  client: PublicClient,
  { merchantId, chain, day }: Pick<Reconciliation, 'merchantId' | 'chain' | 'day'>,
): Promise<Plan> {
  const cursor = await findCursor(ctx.db, chain);
  const { name } = chainOf(chain);
  if (!cursor) throw new Refusal('chain_unavailable', { detail: `${name} was never read.` });
  await requireKnownHistory(ctx.db, chain);
  await requireCurrent(client, chain, cursor.finalTime);
  const complete = cursor.finalTime >= endOf(day);
  if (!complete && endOf(day) <= ctx.clock.now()) {
    throw new Refusal('chain_unavailable', { detail: `${name} is not read up to the end of that day yet.` });
  }
  const newest = cursor.finalNumber;
  const last = complete ? ((await lastBlockBefore(client, endOf(day), newest)) ?? -1n) : newest;
  const before = await findCloseBefore(ctx.db, merchantId, chain, day);
  const since = before?.cutAt ?? new Date(0);
  const known = await selectKnown(ctx.db, merchantId, chain, since);
  const isNew = known.some((wallet) => !before || wallet.since > since);
  const paid = isNew ? await firstPayable(ctx, client, { merchantId, chain }, newest) : [];
  const next = before?.toBlock != null ? before.toBlock + 1n : null;
  const from = next ?? least([...(await firstBooked(client, known, newest)), ...paid]) ?? newest + 1n;
  const begin = least([from, ...paid]) ?? from;
  return { span: { from, to: last < from ? from - 1n : last }, begin, complete, since };
}

/** What the worker has read is as new as what the node has, but for what it is reading. Refuses: chain_unavailable. */
async function requireCurrent(client: PublicClient, chain: ChainKey, finalTime: Date): Promise<void> {
  const final = await finalBlock(client, chainOf(chain), await headBlock(client));
  if (!final || final.time <= addSeconds(finalTime, behindSeconds)) return;
  const detail = `${chainOf(chain).name} was last read at ${finalTime.toISOString()}; the worker is behind.`;
  throw new Refusal('chain_unavailable', { detail });
}

/** The first blocks that are the books' concern: after a vault's opening, or since the first wallet is known. */
async function firstBooked(client: PublicClient, known: readonly Known[], newest: bigint): Promise<bigint[]> {
  const opened = known.flatMap(({ vault }) => (vault?.openedBlock != null ? [vault.openedBlock + 1n] : []));
  const declared = known
    .filter(({ vault, booked, hot }) => !vault && (booked || hot))
    .map(({ since }) => since.getTime());
  if (declared.length === 0) return opened;
  return [...opened, await blockFrom(client, new Date(Math.min(...declared)), newest)];
}

/** The first block that may hold a payment of a payout by hand that is not known to be paid; none where there is none. */
async function firstPayable(ctx: Context, client: PublicClient, what: What, newest: bigint): Promise<bigint[]> {
  const after = addSeconds(ctx.clock.now(), -lateSeconds);
  const made = await findOldestCandidate(ctx.db, what.merchantId, what.chain, after);
  return made ? [await blockFrom(client, addSeconds(made, -skewSeconds), newest)] : [];
}

/** The first block that is not older than `time`; the one above `newest` where all are. */
async function blockFrom(client: PublicClient, time: Date, newest: bigint): Promise<bigint> {
  return ((await lastBlockBefore(client, time, newest)) ?? -1n) + 1n;
}

function least(numbers: readonly bigint[]): bigint | null {
  return numbers.reduce<bigint | null>((least, one) => (least === null || one < least ? one : least), null);
}

/** Who and what is looked at. Wallets that were removed since the last close still count. */
export async function scopeOf(
  ctx: Context,
  client: PublicClient,
  { merchantId, chain }: What,
  final: bigint,
  since: Date,
): Promise<Scope> {
  const known = await selectKnown(ctx.db, merchantId, chain, since);
  return { merchantId, chain, client, final, known: new Map(known.map((wallet) => [wallet.address, wallet])) };
}
