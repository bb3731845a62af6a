import type { Tx } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { chainOf } from '@/lib/chains/registry';
import { type Cursor, isPayment, lockCursor } from '@/lib/cursors/store';
import { nodeLacks } from '@/lib/evm/faults';
import { readAgainstBlooms } from '@/lib/evm/read-against-blooms';
import { readInParts, type Span } from '@/lib/evm/read-in-parts';
import { reading } from '@/lib/evm/rpc';
import { readBalance, readTokenMoves, soughtMoves, type TokenMove } from '@/lib/evm/token-moves';
import { balanceOf } from '@/lib/ledger/balance';
import { type Posting, post } from '@/lib/ledger/post';
import { postAgain, reverse } from '@/lib/ledger/reverse';
import { selectMovesAbove } from '@/lib/ledger/store';
import { selectVaults, type Vault } from '@/lib/payouts/store';
import { openBooks } from '@/lib/vaults/open-books';

/**
 * Books what came into the vaults in a range of final blocks, and what left them by another door than a payout: that
 * goes to `suspense` until a person says what it was. So a vault's balance on the chain is `available` + `committed`.
 */
export async function bookMoves(ctx: Context, cursor: Cursor, to: bigint): Promise<void> {
  const { chain, finalNumber } = cursor;
  const vaults = await selectVaults(ctx.db, chain);
  const { tokens } = chainOf(chain);
  const symbols = new Map(tokens.map((token) => [token.address.toLowerCase(), token.symbol]));
  const wallets = vaults.map((vault) => vault.address);
  // In one batch, as in the watcher: a node that lacks the last block has no say on what happened up to it.
  const parts = readInParts({ from: finalNumber + 1n, to }, (part) =>
    readMoves(chain, [...symbols.keys()], wallets, part),
  );
  for await (const { found: moves } of parts) {
    for (const move of moves.filter(({ from, to }) => from !== to)) {
      const symbol = symbols.get(move.token);
      if (symbol) for (const vault of vaults) await bookFinal(ctx, cursor, symbol, move, vault);
    }
  }
  for (const vault of vaults.filter(({ openedBlock }) => openedBlock === null)) await open(ctx, vault, to);
}

function readMoves(chain: ChainKey, tokens: string[], wallets: string[], part: Span): Promise<TokenMove[]> {
  return reading(chain, async (client) => {
    const read = ({ from, to }: Span) => readTokenMoves(client, tokens, wallets, from, to);
    const moves = await readAgainstBlooms(client, part, soughtMoves(tokens, wallets), read);
    if (!moves) throw nodeLacks(chain, `does not have the blocks ${part.from} to ${part.to}`);
    return moves;
  });
}

async function bookFinal(ctx: Context, cursor: Cursor, symbol: string, move: TokenMove, vault: Vault): Promise<void> {
  const posting = await postingOf(ctx, cursor.chain, symbol, move, vault);
  if (!posting) return;
  await ctx.db.transaction(async (tx) => {
    await lockCursor(tx, cursor);
    await postAgain(tx, posting);
  });
}

/**
 * Puts what a vault holds at a block into the books, all tokens or none. Claims that were settled before are in the books
 * already: with what is booked here, `available` + `committed` + `escrow` is what the vault holds.
 */
async function open(ctx: Context, vault: Vault, block: bigint): Promise<void> {
  const { id, chain, merchantId, address } = vault;
  const held = await reading(chain, (client) =>
    Promise.all(
      chainOf(chain).tokens.map(async ({ symbol, address: token }) => ({
        symbol,
        balance: await readBalance(client, token, address, block),
      })),
    ),
  );
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    // Where the other one opened it at an older block, what moved since is still to be booked.
    if (!(await openBooks(tx, vault, block))) throw new Error(`Another worker opened the books of ${id}`);
    for (const { symbol, balance } of held) {
      const inBooks = (account: 'available' | 'committed' | 'escrow') =>
        balanceOf(tx, merchantId, { chain, symbol }, account);
      const amount = balance - (await inBooks('available')) - (await inBooks('committed')) - (await inBooks('escrow'));
      const lines = [{ credit: 'external' as const, debit: 'available' as const, amount }];
      const subject = { kind: 'vault' as const, id };
      await post(tx, { merchantId, chain, symbol, kind: 'deposit', subject, log: null, lines, now });
    }
  });
}

/**
 * Books a movement that was never booked. Only the watcher, who holds the cursor, books what was taken back once more: a worker that
 * reads beside it may have read what is lost by now. True when this call booked it.
 */
export async function bookMove(
  ctx: Context,
  chain: ChainKey,
  symbol: string,
  move: TokenMove,
  vault: Vault,
): Promise<boolean> {
  const posting = await postingOf(ctx, chain, symbol, move, vault);
  return posting !== null && ctx.db.transaction((tx) => post(tx, posting));
}

/** What a movement is in the books of a vault; null where it is not in them, or is a payment. */
async function postingOf(
  ctx: Context,
  chain: ChainKey,
  symbol: string,
  move: TokenMove,
  vault: Vault,
): Promise<Posting | null> {
  if (vault.openedBlock === null || move.block <= vault.openedBlock) return null;
  const incoming = move.to === vault.address;
  if (!incoming && move.from !== vault.address) return null;
  if (!incoming && (await isPayment(ctx.db, chain, move))) return null;
  const { merchantId } = vault;
  const lines = incoming
    ? [{ credit: 'external' as const, debit: 'available' as const, amount: move.amount }]
    : [{ credit: 'available' as const, debit: 'suspense' as const, amount: move.amount }];
  const kind = incoming ? 'deposit' : 'outflow';
  const subject = { kind: 'vault' as const, id: vault.id };
  const { block: blockNumber, blockHash, hash, logIndex } = move;
  const log = { blockNumber, blockHash, hash, logIndex };
  return { merchantId, chain, symbol, kind, subject, log, lines, now: ctx.clock.now() };
}

/** Reverses what was booked from blocks above `ancestor`, which turned out not to be final after all. */
export async function undoMoves(tx: Tx, chain: ChainKey, ancestor: bigint, now: Date): Promise<void> {
  for (const { id } of await selectMovesAbove(tx, chain, ancestor)) await reverse(tx, id, now);
}
