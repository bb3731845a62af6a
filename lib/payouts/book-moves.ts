import type { PublicClient } from 'viem';
import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { chainOf } from '@/lib/chains/registry';
import { findBlock } from '@/lib/evm/blocks';
import { readBalance, readTokenMoves, type TokenMove } from '@/lib/evm/token-moves';
import { post } from '@/lib/ledger/post';
import { reverse } from '@/lib/ledger/reverse';
import { selectMovesAbove } from '@/lib/ledger/store';
import { openVault, selectVaults, type Vault } from './store';
import { isPayment } from './watch-store';

/**
 * Books what came into the vaults in a range of final blocks, and what left them by another door than a payout: that
 * goes to `suspense` until a person says what it was. So a vault's balance on the chain is `available` + `committed`.
 */
export async function bookMoves(
  ctx: Context,
  client: PublicClient,
  chain: ChainKey,
  from: bigint,
  to: bigint,
): Promise<void> {
  const vaults = await selectVaults(ctx.db, chain);
  const { tokens } = chainOf(chain);
  const symbols = new Map(tokens.map((token) => [token.address.toLowerCase(), token.symbol]));
  const wallets = vaults.map((vault) => vault.address);
  // In one batch, as in the watcher: a node that lacks the last block has no say on what happened up to it.
  const [last, moves] = await Promise.all([
    findBlock(client, to),
    readTokenMoves(client, [...symbols.keys()], wallets, from, to),
  ]);
  if (!last) throw new Error(`The node of ${chain} does not have its final block`);
  for (const move of moves) {
    const symbol = symbols.get(move.token);
    if (!symbol || move.from === move.to) continue;
    for (const vault of vaults) await bookMove(ctx, chain, symbol, move, vault);
  }
  for (const vault of vaults.filter(({ openedBlock }) => openedBlock === null)) await open(ctx, client, vault, to);
}

/** Puts what a vault holds at a block into the books, all tokens or none. */
async function open(ctx: Context, client: PublicClient, vault: Vault, block: bigint): Promise<void> {
  const { id, chain, merchantId, address } = vault;
  const held = await Promise.all(
    chainOf(chain).tokens.map(async ({ symbol, address: token }) => ({
      symbol,
      amount: await readBalance(client, token, address, block),
    })),
  );
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    if (!(await openVault(tx, vault, block))) return;
    for (const { symbol, amount } of held) {
      const lines = [{ credit: 'external' as const, debit: 'available' as const, amount }];
      await post(tx, { merchantId, chain, symbol, kind: 'deposit', sourceRef: `opening:${id}:${symbol}`, lines, now });
    }
  });
}

/** Names one log as one movement of one holder, a vault or a merchant's own wallets: what is booked of it is booked once. */
export function moveRef(chain: ChainKey, move: TokenMove, holder: string): string {
  return `${chain}:${move.block}:${move.blockHash}:${move.hash}:${move.logIndex}:${holder}`;
}

/** True when this call booked it. */
export async function bookMove(
  ctx: Context,
  chain: ChainKey,
  symbol: string,
  move: TokenMove,
  vault: Vault,
): Promise<boolean> {
  if (vault.openedBlock === null || move.block <= vault.openedBlock) return false;
  const incoming = move.to === vault.address;
  if (!incoming && move.from !== vault.address) return false;
  if (!incoming && (await isPayment(ctx.db, chain, move))) return false;
  const { merchantId } = vault;
  const sourceRef = moveRef(chain, move, vault.id);
  const lines = incoming
    ? [{ credit: 'external' as const, debit: 'available' as const, amount: move.amount }]
    : [{ credit: 'available' as const, debit: 'suspense' as const, amount: move.amount }];
  const kind = incoming ? 'deposit' : 'outflow';
  const now = ctx.clock.now();
  return ctx.db.transaction((tx) => post(tx, { merchantId, chain, symbol, kind, sourceRef, lines, now }));
}

/** Reverses what was booked from blocks above `ancestor`, which turned out not to be final after all. */
export async function takeBackMoves(ctx: Context, chain: ChainKey, ancestor: bigint): Promise<void> {
  const now = ctx.clock.now();
  for (const { kind, sourceRef } of await selectMovesAbove(ctx.db, chain, ancestor)) {
    await ctx.db.transaction((tx) => reverse(tx, kind, sourceRef, now));
  }
}
