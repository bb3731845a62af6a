import type { PublicClient } from 'viem';
import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { chainOf } from '@/lib/chains/registry';
import { readTokenMoves, type TokenMove } from '@/lib/evm/token-moves';
import { post } from '@/lib/ledger/post';
import { selectVaults } from './store';
import { isKnownTransfer } from './watch-store';

/**
 * Books what came into the vaults, and what left them by another door than a payout: that goes to `suspense` until a
 * person says what it was. So the books and the vaults' balances stay equal.
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
  const moves = await readTokenMoves(
    client,
    tokens.map((token) => token.address.toLowerCase()),
    vaults.map((vault) => vault.address),
    from,
    to,
  );
  for (const move of moves) {
    const symbol = tokens.find((token) => token.address.toLowerCase() === move.token)?.symbol;
    if (!symbol || move.from === move.to) continue;
    for (const vault of vaults) await bookMove(ctx, chain, symbol, move, vault);
  }
}

async function bookMove(
  ctx: Context,
  chain: ChainKey,
  symbol: string,
  move: TokenMove,
  vault: { merchantId: string; address: string },
): Promise<void> {
  const incoming = move.to === vault.address;
  if (!incoming && move.from !== vault.address) return;
  if (!incoming && (await isKnownTransfer(ctx.db, chain, move.hash))) return;
  const { merchantId } = vault;
  const sourceRef = `${chain}:${move.blockHash}:${move.hash}:${move.logIndex}:${merchantId}`;
  const lines = incoming
    ? [{ credit: 'external' as const, debit: 'available' as const, amount: move.amount }]
    : [{ credit: 'available' as const, debit: 'suspense' as const, amount: move.amount }];
  const kind = incoming ? 'deposit' : 'outflow';
  const now = ctx.clock.now();
  await ctx.db.transaction((tx) => post(tx, { merchantId, chain, symbol, kind, sourceRef, lines, now }));
}
