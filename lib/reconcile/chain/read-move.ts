import { erc20Abi, type PublicClient, parseAbiItem, parseEventLogs } from 'viem';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { hex } from '@/lib/chains/address';
import { requireKnownHistory } from '@/lib/cursors/find-ancestor';
import { findCursor } from '@/lib/cursors/store';
import { findBlock } from '@/lib/evm/blocks';
import { reading } from '@/lib/evm/rpc';
import type { TokenMove } from '@/lib/evm/token-moves';
import { sight } from '@/lib/evm/transactions';
import { Refusal } from '@/lib/kernel/errors';
import { requireOurs, tokensOf } from './read-chain';

const transferEvent = parseAbiItem('event Transfer(address indexed from, address indexed to, uint256 value)');

/** One Transfer log read from its receipt; null when it is not there, or not in that block. */
export async function readMove(
  client: PublicClient,
  place: { hash: string; blockHash: string; logIndex: number },
): Promise<TokenMove | null> {
  const seen = await sight(client, hex(place.hash));
  if (seen.state !== 'mined' || seen.receipt.status !== 'success') return null;
  const { receipt } = seen;
  if (receipt.blockHash.toLowerCase() !== place.blockHash) return null;
  const logs = parseEventLogs({ abi: erc20Abi, eventName: 'Transfer', logs: receipt.logs });
  const log = logs.find(({ logIndex }) => logIndex === place.logIndex);
  if (!log) return null;
  return {
    token: log.address.toLowerCase(),
    from: log.args.from.toLowerCase(),
    to: log.args.to.toLowerCase(),
    amount: log.args.value,
    hash: place.hash,
    blockHash: place.blockHash,
    logIndex: log.logIndex,
    block: receipt.blockNumber,
  };
}

type MovePlace = { hash: string; blockHash: string; logIndex: number; block: bigint };

/**
 * Whether the chain has a movement of a listed token at this place, of any amount: asked for by its receipt and by
 * its block's logs, of a block that is final and the one that we know. Refuses: chain_unavailable.
 */
export async function isShown(ctx: Context, chain: ChainKey, place: MovePlace): Promise<boolean> {
  const cursor = await findCursor(ctx.db, chain);
  if (!cursor || place.block > cursor.finalNumber) {
    throw new Refusal('chain_unavailable', { detail: 'This block is not final for us yet. Try again later.' });
  }
  await requireKnownHistory(ctx.db, chain);
  const tokens = [...tokensOf(chain).keys()].map(hex);
  const range = { address: tokens, event: transferEvent, fromBlock: place.block, toBlock: place.block } as const;
  const [block, move, logs] = await reading(chain, (client) =>
    Promise.all([findBlock(client, place.block), readMove(client, place), client.getLogs(range)]),
  );
  await requireOurs(ctx.db, chain, place.block, block);
  return move !== null || logs.some((log) => log.transactionHash === place.hash && log.logIndex === place.logIndex);
}
