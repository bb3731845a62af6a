import type { PublicClient } from 'viem';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { requireKnownHistory } from '@/lib/cursors/find-ancestor';
import { type Cursor, isOnOurChain } from '@/lib/cursors/store';
import { type BlockMark, findBlock, headBlock } from '@/lib/evm/blocks';
import { nodeLacks } from '@/lib/evm/faults';
import { isRefused } from '@/lib/evm/nodes/refused';
import { reading } from '@/lib/evm/rpc';
import { Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import { twoSayings } from '@/lib/nodes/two-sayings';
import { findLiveTransfer } from '@/lib/payouts/transfer-store';
import { isBurnt } from '@/lib/payouts/vouchers/burnt-store';
import { contractRail } from '@/lib/rails/contract/rail';
import type { ClaimId } from '@/lib/rails/rail';
import type { Due } from './due-store';
import { findMissedClaim } from './find-missed-claim';

/** A payout whose id is used and whose use no node shows is looked for again after this time. */
const againMs = 600_000;
/** One step looks for so long, and the next one goes on where it ended. */
const searchMs = 20_000;
const maxSearches = 1_000;
/** How far each was looked for, and when; `to` is null once all that the node has was read in vain. */
const searches = new Map<string, { atMs: number; to: bigint | null }>();

/**
 * Of payouts for which claims were signed, those that are proved to be unpaid: the contract has not used their claim id as
 * of a final block past every deadline. That the chain showed no claim is no proof. One whose id is used is looked for
 * until its claim is found, and recorded. Refuses: chain_unavailable.
 */
export async function selectUnpaid(
  ctx: Context,
  chain: ChainKey,
  cursor: Cursor,
  signed: readonly Due[],
): Promise<Due[]> {
  await requireKnownHistory(ctx.db, chain);
  const used = await readUsedIds(ctx, chain, cursor, signed.flatMap(idOf));
  const unpaid: Due[] = [];
  const untilMs = Date.now() + searchMs;
  for (const one of signed) {
    const [id] = idOf(one);
    if (!id || !used.has(keyOf(id)) || (await isOver(ctx, chain, cursor, one, untilMs))) unpaid.push(one);
  }
  return unpaid;
}

/**
 * Of payouts for which something signed is still good, those whose id the vault burnt, as of a final block: nothing signed for
 * them can be paid any more. Refuses: chain_unavailable.
 */
export async function selectBurnt(
  ctx: Context,
  chain: ChainKey,
  cursor: Cursor,
  signed: readonly Due[],
): Promise<Due[]> {
  const marks = await Promise.all(signed.map(({ payout }) => isBurnt(ctx.db, payout)));
  const burnt = signed.filter((_, index) => marks[index]);
  if (burnt.length === 0) return [];
  await requireKnownHistory(ctx.db, chain);
  const used = await readUsedIds(ctx, chain, cursor, burnt.flatMap(idOf));
  const over: Due[] = [];
  const untilMs = Date.now() + searchMs;
  for (const one of burnt) {
    const [id] = idOf(one);
    if (id && used.has(keyOf(id)) && (await isOver(ctx, chain, cursor, one, untilMs))) over.push(one);
  }
  return over;
}

function idOf({ payout, vault }: Due): ClaimId[] {
  return vault && payout.claimId !== null ? [{ vault: vault.address, claimId: payout.claimId }] : [];
}

function keyOf({ vault, claimId }: ClaimId): string {
  return `${vault}:${claimId}`;
}

/** The used ones among these ids, as of the newest final block that we have read; two nodes say the same, where there are. */
async function readUsedIds(ctx: Context, chain: ChainKey, cursor: Cursor, ids: ClaimId[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const ask = () => reading(chain, (client) => readAtFinal(client, chain, cursor.finalNumber, ids));
  const { first, second } = await twoSayings(chain, ask);
  const { block, used } = first.answer;
  if (second && String(second.answer.used) !== String(used))
    throw nodeLacks(chain, 'does not say the same as another one of which claim ids are used');
  const place = { blockNumber: block.number, blockHash: block.hash };
  if (!(await isOnOurChain(ctx.db, chain, place, cursor))) throw nodeLacks(chain, 'has another final block than ours');
  return new Set(ids.filter((_, index) => used[index]).map(keyOf));
}

/**
 * In one batch with the block itself. A node that keeps no state of that block is asked for its newest instead, which tells
 * more: an id once used stays so.
 */
async function readAtFinal(client: PublicClient, chain: ChainKey, final: bigint, ids: readonly ClaimId[]) {
  const [block, used] = await Promise.all([
    findBlock(client, final),
    contractRail.readUsed(client, ids, final).catch(nullIfRefused),
  ]);
  if (block && used) return { block, used };
  const [there, head, newest] = await Promise.all([
    findBlock(client, final),
    headBlock(client),
    contractRail.readUsed(client, ids, 'latest'),
  ]);
  return { block: requireBelow(chain, there, head), used: newest };
}

function nullIfRefused(error: unknown): null {
  if (isRefused(error)) return null;
  throw error;
}

function requireBelow(chain: ChainKey, block: BlockMark | null, head: BlockMark): BlockMark {
  if (block && block.number <= head.number) return block;
  throw nodeLacks(chain, 'does not have our final block');
}

/** A node that lacks the blocks of one payout has its say on the others: this one is looked for again later. */
function lacking(chain: ChainKey, payout: string): (error: unknown) => 'unknown' {
  return (error) => {
    if (!(error instanceof Refusal) || error.code !== 'chain_unavailable') throw error;
    log.warn({ chain, payout, err: error }, 'what used the id of an open payout cannot be looked for now');
    return 'unknown';
  };
}

/** A person has said that its claim does not count, as it paid otherwise than agreed: the id is used, for nothing. */
async function isDecided(ctx: Context, { payout }: Due): Promise<boolean> {
  return payout.status === 'failed' && (await findLiveTransfer(ctx.db, payout))?.status === 'differs';
}

/** The id is used: paid, and then it is recorded now, or burnt, and then it is over. */
async function isOver(ctx: Context, chain: ChainKey, cursor: Cursor, due: Due, untilMs: number): Promise<boolean> {
  const { id } = due.payout;
  if (await isDecided(ctx, due)) return true;
  const nowMs = ctx.clock.now().getTime();
  const last = searches.get(id);
  if (last?.to === null && last.atMs > nowMs - againMs) return false;
  const to = last?.to ?? cursor.finalNumber;
  if (searches.size >= maxSearches) searches.clear();
  const found = await findMissedClaim(ctx, chain, cursor, due, { to, untilMs }).catch(lacking(chain, id));
  searches.delete(id);
  if (found === 'unknown') {
    searches.set(id, { atMs: nowMs, to: null });
    return false;
  }
  if (found === 'paid') return false;
  if (found === 'burnt') return true;
  if (found === null && (await isBurnt(ctx.db, due.payout))) return true;
  searches.set(id, { atMs: nowMs, to: found });
  if (found === null) {
    const words = 'the contract has used the id of an open payout, and the node shows neither claim nor cancellation';
    log.error({ chain, payout: id }, words);
  }
  return false;
}
