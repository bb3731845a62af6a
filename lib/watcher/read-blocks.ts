import type { PublicClient } from 'viem';
import type { Queryable } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import {
  type Awaited,
  findAwaited,
  type HandLogs,
  logPosition,
  matchPayments,
  matchProposals,
  readHandLogs,
} from '@/lib/by-hand/sightings/match';
import { hex } from '@/lib/chains/address';
import { chainOf } from '@/lib/chains/registry';
import { cancelOnChain } from '@/lib/claims/cancel-on-chain';
import type { StoredBlock } from '@/lib/cursors/store';
import { type BlockMark, blockRange } from '@/lib/evm/blocks';
import { mayContain } from '@/lib/evm/bloom';
import type { Span } from '@/lib/evm/read-in-parts';
import { reading } from '@/lib/evm/rpc';
import { soughtMoves } from '@/lib/evm/token-moves';
import { recordClaim, type Sender } from '@/lib/payouts/sightings';
import { selectVaults } from '@/lib/payouts/store';
import { contractRail } from '@/lib/rails/contract/rail';
import type { ClaimLogs } from '@/lib/rails/rail';
import { noteOrder } from './note-order';

/** Whose logs are looked for. Read after the head: what was signed later is above it. */
export type Watched = { vaults: ReadonlySet<string>; awaited: Awaited };

export async function findWatched(db: Queryable, chain: ChainKey): Promise<Watched> {
  const vaults = new Set((await selectVaults(db, chain)).map((vault) => vault.address));
  return { vaults, awaited: await findAwaited(db, chain) };
}

type Logs = ClaimLogs & HandLogs;
export type BlocksRead = { blocks: BlockMark[]; logs: Logs; senders: ReadonlyMap<string, Sender> };

/**
 * What the blocks of a span say of payments, with their headers from `keepFrom` on; null when the node lacks one of
 * these. Headers and logs travel in one batch: a node that lacks the last block cannot pass off its empty list as an
 * answer. A block without logs whose bloom may hold some is asked for them once more. Refuses: chain_unavailable.
 */
export function readBlocks(
  chain: ChainKey,
  watched: Watched,
  { from, to }: Span,
  keepFrom: bigint,
): Promise<BlocksRead | null> {
  return reading(chain, async (client) => {
    const [blocks, first] = await Promise.all([
      blockRange(client, keepFrom, to),
      readLogs(client, chain, watched, { from, to }),
    ]);
    if (!blocks) return null;
    const silent = blocks.filter((block) => isSilent(chain, watched, block, first));
    const again = await Promise.all(
      silent.map(({ number }) => readLogs(client, chain, watched, { from: number, to: number })),
    );
    const logs = again.reduce(join, first);
    return { blocks, logs, senders: await readSenders(client, logs) };
  });
}

async function readLogs(client: PublicClient, chain: ChainKey, watched: Watched, { from, to }: Span): Promise<Logs> {
  const [claims, byHand] = await Promise.all([
    contractRail.readLogs(client, watched.vaults, from, to),
    readHandLogs(client, chain, watched.awaited, from, to),
  ]);
  return { ...claims, ...byHand };
}

function join(all: Logs, more: Logs): Logs {
  return {
    claims: [...all.claims, ...more.claims],
    cancellations: [...all.cancellations, ...more.cancellations],
    orders: [...all.orders, ...more.orders],
    moves: [...all.moves, ...more.moves],
    executions: [...all.executions, ...more.executions],
  };
}

/** A block that may hold logs of ours, and of which the node told none. */
function isSilent(chain: ChainKey, { vaults, awaited }: Watched, { number, bloom }: BlockMark, logs: Logs): boolean {
  if (!bloom) return false;
  const tokens = chainOf(chain).tokens.map(({ address }) => address.toLowerCase());
  const isHere = ({ blockNumber }: { blockNumber: bigint }) => blockNumber === number;
  const told = [...logs.claims, ...logs.cancellations, ...logs.orders].some(isHere);
  const moved = logs.moves.map(logPosition).some(isHere);
  return (
    (!told && mayContain(bloom, contractRail.sought([...vaults]))) ||
    (!moved && mayContain(bloom, soughtMoves(tokens, awaited.senders)))
  );
}

async function readSenders(client: PublicClient, { claims }: Logs): Promise<Map<string, Sender>> {
  const hashes = [...new Set(claims.map(({ hash }) => hash))];
  const found = await Promise.all(
    hashes.map(async (hash) => {
      const { from, nonce } = await client.getTransaction({ hash: hex(hash) });
      return [hash, { sender: from.toLowerCase(), nonce }] as const;
    }),
  );
  return new Map(found);
}

/** Logs and headers belong to the very blocks whose hashes are kept. */
export function logsMatchBlocks(kept: readonly StoredBlock[], { blocks, logs }: BlocksRead): boolean {
  const hashes = new Map(kept.map(({ number, hash }) => [number, hash]));
  const headers = blocks.map(({ number, hash }) => ({ blockNumber: number, blockHash: hash }));
  for (const { blockNumber, blockHash } of headers) if (!hashes.has(blockNumber)) hashes.set(blockNumber, blockHash);
  const { claims, cancellations, orders, executions, moves } = logs;
  const places = [...headers, ...claims, ...cancellations, ...orders, ...executions, ...moves.map(logPosition)];
  return places.every((place) => (hashes.get(place.blockNumber) ?? place.blockHash) === place.blockHash);
}

/** Writes down what was read; doing it again changes nothing. Blocks above `known` are read for the first time. */
export async function recordBlocks(ctx: Context, chain: ChainKey, read: BlocksRead, known: bigint): Promise<void> {
  const { logs, senders } = read;
  for (const claim of logs.claims) {
    const sender = senders.get(claim.hash) ?? { sender: null, nonce: null };
    await recordClaim(ctx, chain, claim, sender, claim.blockNumber > known);
  }
  for (const cancellation of logs.cancellations) await cancelOnChain(ctx, chain, cancellation);
  for (const order of logs.orders) await noteOrder(ctx, chain, order, order.blockNumber > known);
  await matchProposals(ctx, chain, logs.executions);
  await matchPayments(ctx, chain, logs.moves, logs.claims);
}
