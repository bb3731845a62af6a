import type { PublicClient } from 'viem';
import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { chainOf } from '@/lib/chains/registry';
import { finalBlock, headBlock } from '@/lib/evm/blocks';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { findCursor } from '@/lib/payouts/watch-store';
import { endOf } from './day';
import { type Known, selectKnown } from './known-store';
import type { Scope } from './outgoing';
import { lastBlockBefore, type Span } from './read-chain';
import { findCloseBefore, type Reconciliation } from './store';

/** How far the worker may be behind the node before a reading of what it has seen says too little. */
const behindSeconds = 1_800;

export type Plan = { span: Span; complete: boolean; since: Date };

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
  await requireCurrent(client, chain, cursor.finalTime);
  const complete = cursor.finalTime >= endOf(day);
  if (!complete && endOf(day) <= ctx.clock.now()) {
    throw new Refusal('chain_unavailable', { detail: `${name} is not read up to the end of that day yet.` });
  }
  const newest = cursor.finalNumber;
  const last = complete ? ((await lastBlockBefore(client, endOf(day), newest)) ?? -1n) : newest;
  const before = await findCloseBefore(ctx.db, merchantId, chain, day);
  const since = before?.cutAt ?? new Date(0);
  const known = before ? [] : await selectKnown(ctx.db, merchantId, chain, since);
  const from =
    before && before.toBlock !== null
      ? before.toBlock + 1n
      : ((await firstBlock(client, known, newest)) ?? newest + 1n);
  return { span: { from, to: last < from ? from - 1n : last }, complete, since };
}

/** What the worker has read is as new as what the node has, but for what it is reading. Refuses: chain_unavailable. */
async function requireCurrent(client: PublicClient, chain: ChainKey, finalTime: Date): Promise<void> {
  const final = await finalBlock(client, chainOf(chain), await headBlock(client));
  if (!final || final.time <= addSeconds(finalTime, behindSeconds)) return;
  const detail = `${chainOf(chain).name} was last read at ${finalTime.toISOString()}; the worker is behind.`;
  throw new Refusal('chain_unavailable', { detail });
}

/** The first block that is the books' concern: after the vault's opening, or since the first wallet is known. */
async function firstBlock(client: PublicClient, known: readonly Known[], newest: bigint): Promise<bigint | null> {
  const opened = known.flatMap(({ vault }) => (vault?.openedBlock != null ? [vault.openedBlock + 1n] : []));
  const declared = known.filter(({ vault, booked }) => !vault && booked).map(({ since }) => since.getTime());
  const starts = [...opened];
  if (declared.length > 0) {
    const before = await lastBlockBefore(client, new Date(Math.min(...declared)), newest);
    starts.push((before ?? -1n) + 1n);
  }
  return starts.length > 0 ? starts.reduce(smaller) : null;
}

function smaller(a: bigint, b: bigint): bigint {
  if (a < b) return a;
  return b;
}

/** Who and what is looked at. Wallets that were removed since the last close still count. */
export async function scopeOf(
  ctx: Context,
  client: PublicClient,
  { merchantId, chain }: Pick<Reconciliation, 'merchantId' | 'chain'>,
  final: bigint,
  since: Date,
): Promise<Scope> {
  const known = await selectKnown(ctx.db, merchantId, chain, since);
  return { merchantId, chain, client, final, known: new Map(known.map((wallet) => [wallet.address, wallet])) };
}
