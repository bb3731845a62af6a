import type { PublicClient } from 'viem';
import type { Queryable } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import { chainOf } from '@/lib/chains/registry';
import { type BlockMark, findBlock } from '@/lib/evm/blocks';
import type { Span } from '@/lib/evm/read-in-parts';
import { readTokenMoves, type TokenMove } from '@/lib/evm/token-moves';
import { Refusal } from '@/lib/kernel/errors';
import { selectTokenOpenings } from '@/lib/movements/store';
import { contractRail } from '@/lib/rails/contract/rail';
import type { ClaimLogs } from '@/lib/rails/rail';
import { findKeptHash, type Known } from '@/lib/reconcile/core/known-store';

export type ChainFindings = ClaimLogs & { moves: TokenMove[] };

/** Tokens of a chain by address, in lower case. */
export function tokensOf(chain: ChainKey) {
  return new Map(chainOf(chain).tokens.map((token) => [token.address.toLowerCase(), token]));
}

/**
 * Everything that the chain shows of these wallets in final blocks. The last block is asked for in the same batch: a
 * node that does not have it, or has another one, has no say on what happened up to it. Refuses: chain_unavailable.
 */
export async function readSpan(
  db: Queryable,
  client: PublicClient,
  chain: ChainKey,
  known: readonly Known[],
  { from, to }: Span,
): Promise<ChainFindings> {
  const vaults = new Set(known.flatMap(({ vault }) => (vault ? [vault.address] : [])));
  const addresses = known.map(({ address }) => address);
  const [last, moves, logs] = await Promise.all([
    findBlock(client, to),
    readTokenMoves(client, [...tokensOf(chain).keys()], addresses, from, to),
    contractRail.readLogs(client, vaults, from, to),
  ]);
  await requireOurs(db, chain, to, last);
  const isOurs = await followed(db, chain);
  return { ...logs, moves: moves.filter((move) => move.from !== move.to && isOurs(move)) };
}

/** Whether the books of a vault follow a movement, of a token that was added when the vault was read already. */
async function followed(db: Queryable, chain: ChainKey): Promise<(move: TokenMove) => boolean> {
  const openings = await selectTokenOpenings(db, chain);
  const symbols = new Map([...tokensOf(chain)].map(([token, { symbol }]) => [token, symbol]));
  return ({ token, from, to, block }) =>
    !openings.some(
      ({ address, symbol, block: opened }) =>
        symbol === symbols.get(token) && (address === from || address === to) && block <= opened,
    );
}

/** The node's block is there and is the one that the watcher knows. Refuses: chain_unavailable. */
export async function requireOurs(
  db: Queryable,
  chain: ChainKey,
  number: bigint,
  block: BlockMark | null,
): Promise<BlockMark> {
  const kept = await findKeptHash(db, chain, number);
  if (block && (kept === null || kept === block.hash)) return block;
  const what = block ? 'has another block than the one that was read before' : 'does not have this block yet';
  throw new Refusal('chain_unavailable', { detail: `The node of ${chainOf(chain).name} ${what} (${number}).` });
}

/** The last block up to `newest` whose time is before `time`; null when there is none. */
export async function lastBlockBefore(client: PublicClient, time: Date, newest: bigint): Promise<bigint | null> {
  const isBefore = async (number: bigint) => {
    const block = await findBlock(client, number);
    if (!block) throw new Refusal('chain_unavailable', { detail: `The node does not have the block ${number}.` });
    return block.time < time;
  };
  if (await isBefore(newest)) return newest;
  if (!(await isBefore(0n))) return null;
  let before = 0n;
  let after = newest;
  while (after - before > 1n) {
    const middle = (before + after) / 2n;
    if (await isBefore(middle)) before = middle;
    else after = middle;
  }
  return before;
}
