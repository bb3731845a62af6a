import { erc20Abi, type PublicClient, parseAbiItem, toEventSelector } from 'viem';
import { hex } from '@/lib/chains/address';
import type { Sought } from './bloom';

/** One movement of an allow-listed token into or out of a wallet that we watch. */
export type TokenMove = {
  token: string;
  from: string;
  to: string;
  amount: bigint;
  hash: string;
  blockHash: string;
  logIndex: number;
  block: bigint;
};

const transferEvent = parseAbiItem('event Transfer(address indexed from, address indexed to, uint256 value)');

/** The transfers of these tokens that touch these wallets. */
export function soughtMoves(tokens: readonly string[], wallets: readonly string[]): Sought {
  return { addresses: tokens, events: [toEventSelector(transferEvent)], parties: wallets };
}

function moveOf(log: {
  address: string;
  args: { from: string; to: string; value: bigint };
  transactionHash: string;
  blockHash: string;
  logIndex: number;
  blockNumber: bigint;
}): TokenMove {
  return {
    token: log.address.toLowerCase(),
    from: log.args.from.toLowerCase(),
    to: log.args.to.toLowerCase(),
    amount: log.args.value,
    hash: log.transactionHash.toLowerCase(),
    blockHash: log.blockHash.toLowerCase(),
    logIndex: log.logIndex,
    block: log.blockNumber,
  };
}

/** Transfer logs of `tokens` that leave `wallets`, in chain order; both lists in lower case. */
export async function readOutgoing(
  client: PublicClient,
  tokens: readonly string[],
  wallets: readonly string[],
  from: bigint,
  to: bigint,
): Promise<TokenMove[]> {
  if (tokens.length === 0 || wallets.length === 0) return [];
  const range = { address: tokens.map(hex), event: transferEvent, fromBlock: from, toBlock: to } as const;
  const logs = await client.getLogs({ ...range, args: { from: wallets.map(hex) }, strict: true });
  return logs.map(moveOf).filter((move) => move.amount > 0n);
}

/** Non-zero Transfer logs of `tokens` that touch `wallets`, in chain order; both lists in lower case. */
export async function readTokenMoves(
  client: PublicClient,
  tokens: readonly string[],
  wallets: readonly string[],
  from: bigint,
  to: bigint,
): Promise<TokenMove[]> {
  if (tokens.length === 0 || wallets.length === 0) return [];
  const range = { address: tokens.map(hex), event: transferEvent, fromBlock: from, toBlock: to } as const;
  const touching = wallets.map(hex);
  const [outgoing, incoming] = await Promise.all([
    client.getLogs({ ...range, args: { from: touching }, strict: true }),
    client.getLogs({ ...range, args: { to: touching }, strict: true }),
  ]);
  const moves = new Map<string, TokenMove>();
  for (const log of [...outgoing, ...incoming]) {
    if (log.args.value === 0n) continue;
    moves.set(`${log.blockNumber}:${log.logIndex}`, moveOf(log));
  }
  return [...moves.values()].sort((a, b) => Number(a.block - b.block) || a.logIndex - b.logIndex);
}

/** What a wallet holds of a token at a block, in base units. */
export function readBalance(client: PublicClient, token: string, wallet: string, block: bigint): Promise<bigint> {
  const call = { address: hex(token), abi: erc20Abi, functionName: 'balanceOf' } as const;
  return client.readContract({ ...call, args: [hex(wallet)], blockNumber: block });
}
