import type { PublicClient } from 'viem';
import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { hex } from '@/lib/chains/address';
import { chainOf } from '@/lib/chains/registry';
import { type BlockMark, blockRange, finalBlock, findBlock, headBlock } from '@/lib/evm/blocks';
import { readInParts } from '@/lib/evm/read-in-parts';
import { reading } from '@/lib/evm/rpc';
import { contractRail } from '@/lib/rails/contract/rail';
import type { ClaimLogs } from '@/lib/rails/rail';
import { bookMoves } from './book-moves';
import { cancelOnChain } from './cancel-on-chain';
import { confirmTransfers } from './confirm';
import { type ByHand, findAwaited, matchPayments, matchProposals, placeOf, readByHand } from './match-payments';
import { recordClaim } from './sightings';
import { selectVaults } from './store';
import { takeBack } from './take-back';
import {
  type Cursor,
  deleteBlocksBelow,
  findCursor,
  findNewestBlock,
  insertCursor,
  saveBlocks,
  saveCursor,
  selectBlocks,
} from './watch-store';

/** Most blocks that one step reads before it looks for a reorganisation again. */
const stepBlocks = 1_000n;

/** Hashes of final blocks that are kept all the same: where a reorganisation deeper than finality is caught. */
const marginBlocks = 128n;

/**
 * One step along a chain: notice a reorganisation and undo it, read what our contract said in the new blocks, then
 * confirm what has become final. Every part is idempotent and the cursor moves last, so a worker may die anywhere.
 * True when there is more to read at once.
 */
export async function watchChain(ctx: Context, chain: ChainKey): Promise<boolean> {
  return reading(chain, async (client) => {
    const head = await headBlock(client);
    const cursor = (await findCursor(ctx.db, chain)) ?? (await startCursor(ctx, client, chain, head));
    const ancestor = await findAncestor(ctx, client, chain, cursor, head);
    if (ancestor === 'behind') return false;
    if (ancestor !== 'same') {
      await takeBack(ctx, chain, cursor, ancestor);
      return true;
    }
    const read = await readStep(ctx, client, chain, cursor, head);
    if (!read) return false;
    await advanceFinal(ctx, client, chain, read, head);
    return read.number < head.number;
  });
}

/** Makes sure that a chain is watched from now on, so that nothing signed after this can be paid unseen. */
export async function ensureWatched(ctx: Context, chain: ChainKey): Promise<void> {
  if (await findCursor(ctx.db, chain)) return;
  await reading(chain, async (client) => startCursor(ctx, client, chain, await headBlock(client)));
}

/** A chain that was never read starts at its newest final block: nothing was signed for it before. */
async function startCursor(ctx: Context, client: PublicClient, chain: ChainKey, head: BlockMark): Promise<Cursor> {
  const start = (await finalBlock(client, chainOf(chain), head)) ?? (await findBlock(client, 0n)) ?? head;
  const { number, hash, time } = start;
  const cursor = { chain, number, finalNumber: number, finalTime: time, updatedAt: ctx.clock.now() };
  await ctx.db.transaction(async (tx) => {
    await saveBlocks(tx, [{ chain, number, hash, time }]);
    await insertCursor(tx, cursor);
  });
  return cursor;
}

/** Where our view and the chain agree: `same` at the cursor, `behind` when the node has only an older part of our view. */
async function findAncestor(
  ctx: Context,
  client: PublicClient,
  chain: ChainKey,
  cursor: Cursor,
  head: BlockMark,
): Promise<'same' | 'behind' | { number: bigint; time: Date }> {
  const newest = await findNewestBlock(ctx.db, chain);
  if (newest?.number !== cursor.number) throw new Error(`The kept blocks of ${chain} do not end at its cursor`);
  if (newest.number <= head.number && (await findBlock(client, newest.number))?.hash === newest.hash) return 'same';
  const known = await selectBlocks(ctx.db, chain);
  const comparable = known.filter((block) => block.number <= head.number);
  if (comparable.length === 0) return 'behind';
  for (const block of comparable) {
    const there = await findBlock(client, block.number);
    if (!there) return 'behind';
    if (there.hash !== block.hash) continue;
    return block.number === head.number ? 'behind' : block;
  }
  const oldest = known.at(-1) ?? newest;
  const floor = (await findBlock(client, oldest.number > 0n ? oldest.number - 1n : 0n)) ?? head;
  await ctx.db.transaction((tx) =>
    saveBlocks(tx, [{ chain, number: floor.number, hash: floor.hash, time: floor.time }]),
  );
  return floor;
}

/** Reads the next blocks; null as soon as the node has no say on some of them. */
async function readStep(
  ctx: Context,
  client: PublicClient,
  chain: ChainKey,
  cursor: Cursor,
  head: BlockMark,
): Promise<Cursor | null> {
  if (head.number <= cursor.number) return cursor;
  const most = cursor.number + stepBlocks;
  const span = { from: cursor.number + 1n, to: head.number < most ? head.number : most };
  const vaults = new Set((await selectVaults(ctx.db, chain)).map((vault) => vault.address));
  const awaited = await findAwaited(ctx.db, chain);
  const final = await finalBlock(client, chainOf(chain), head);
  // Headers and logs travel in one batch: a node that lacks the last block cannot pass off its empty list as an answer.
  const parts = readInParts(span, ({ from, to }) =>
    Promise.all([
      blockRange(client, firstKept(final, from, to), to),
      contractRail.readLogs(client, vaults, from, to),
      readByHand(client, chain, awaited, from, to),
    ]),
  );
  let current = cursor;
  for await (const { part, found } of parts) {
    const [blocks, logs, byHand] = found;
    const places = [...logs.claims, ...byHand.executions, ...byHand.moves.map(placeOf)];
    if (!blocks || !(await continues(ctx, chain, current, blocks)) || !agree(blocks, places)) return null;
    await record(ctx, client, chain, logs, byHand);
    current = await moveOn(ctx, current, blocks, part.to);
  }
  return current;
}

/** From where on a part's headers are kept: the newest final block, or the last one where all are final. */
function firstKept(final: BlockMark | null, from: bigint, to: bigint): bigint {
  if (!final || final.number < from) return from;
  return final.number < to ? final.number : to;
}

async function record(ctx: Context, client: PublicClient, chain: ChainKey, logs: ClaimLogs, byHand: ByHand) {
  for (const claim of logs.claims) {
    const { from: sender, nonce } = await client.getTransaction({ hash: hex(claim.hash) });
    await recordClaim(ctx, chain, claim, { sender: sender.toLowerCase(), nonce });
  }
  for (const cancellation of logs.cancellations) await cancelOnChain(ctx, chain, cancellation);
  await matchProposals(ctx, chain, byHand.executions);
  await matchPayments(ctx, client, chain, byHand.moves, logs.claims);
}

/** What was read is done: its newest hashes are kept, and the cursor stands at its end. */
async function moveOn(ctx: Context, cursor: Cursor, blocks: BlockMark[], to: bigint): Promise<Cursor> {
  const { chain } = cursor;
  const next = { ...cursor, number: to, updatedAt: ctx.clock.now() };
  await ctx.db.transaction(async (tx) => {
    await saveBlocks(
      tx,
      blocks.map(({ number, hash, time }) => ({ chain, number, hash, time })),
    );
    await saveCursor(tx, cursor, next);
  });
  return next;
}

/** The new blocks hang on the last one that we know, where they touch it. */
async function continues(ctx: Context, chain: ChainKey, cursor: Cursor, blocks: BlockMark[]): Promise<boolean> {
  const [first] = blocks;
  if (!first || first.number !== cursor.number + 1n) return true;
  return (await findNewestBlock(ctx.db, chain))?.hash === first.parentHash;
}

/** Logs of blocks that may still change belong to the very blocks whose hashes we keep. */
function agree(blocks: BlockMark[], places: { blockNumber: bigint; blockHash: string }[]): boolean {
  const hashes = new Map(blocks.map((block) => [block.number, block.hash]));
  return places.every((place) => (hashes.get(place.blockNumber) ?? place.blockHash) === place.blockHash);
}

/** Settles what has become final and books the vaults' other movements; only then is the final mark moved. */
async function advanceFinal(
  ctx: Context,
  client: PublicClient,
  chain: ChainKey,
  cursor: Cursor,
  head: BlockMark,
): Promise<void> {
  const newest = await finalBlock(client, chainOf(chain), head);
  const final = newest && newest.number > cursor.number ? await findBlock(client, cursor.number) : newest;
  if (!final || final.number < cursor.finalNumber) return;
  await confirmTransfers(ctx, chain, final.number);
  if (final.number === cursor.finalNumber) return;
  await bookMoves(ctx, client, cursor, final.number);
  await ctx.db.transaction(async (tx) => {
    await deleteBlocksBelow(tx, chain, final.number - marginBlocks);
    await saveCursor(tx, cursor, {
      ...cursor,
      finalNumber: final.number,
      finalTime: final.time,
      updatedAt: ctx.clock.now(),
    });
  });
}
