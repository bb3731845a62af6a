import type { PublicClient } from 'viem';
import type { Queryable, Tx } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import type { Token } from '@/lib/chains/chain';
import { chainOf, findToken, shippedTokensOf } from '@/lib/chains/registry';
import { type Cursor, isPayment, lockCursor } from '@/lib/cursors/store';
import { nodeLacks } from '@/lib/evm/faults';
import { readAgainstBlooms } from '@/lib/evm/read-against-blooms';
import { readInParts, type Span } from '@/lib/evm/read-in-parts';
import { reading } from '@/lib/evm/rpc';
import { readBalance, readTokenMoves, soughtMoves, type TokenMove } from '@/lib/evm/token-moves';
import { Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import { balanceOf } from '@/lib/ledger/balance';
import { type Posting, post } from '@/lib/ledger/post';
import { postAgain, reverse } from '@/lib/ledger/reverse';
import { selectMovesAbove } from '@/lib/ledger/store';
import { agreed } from '@/lib/nodes/agreed';
import { endMovesDispute } from '@/lib/nodes/dispute';
import { selectVaults, type Vault } from '@/lib/payouts/store';
import { learnAddedTokens } from '@/lib/tokens/learn';
import { openBooks } from '@/lib/vaults/open-books';
import { findTokenOpening, insertTokenOpening, selectTokenOpenings } from './store';

/**
 * Books what came into the vaults in a range of final blocks, and what left them by another door than a payout: that
 * goes to `suspense` until a person says what it was. So a vault's balance on the chain is `available` + `committed`. A second node
 * has to say the same, where there is one that serves. Refuses: chain_unavailable, of a dispute.
 */
export async function bookMoves(ctx: Context, cursor: Cursor, to: bigint): Promise<void> {
  const { chain, finalNumber } = cursor;
  const vaults = await selectVaults(ctx.db, chain);
  await requireKnownTokens(ctx.db, chain);
  const { tokens } = chainOf(chain);
  const symbols = new Map(tokens.map((token) => [token.address.toLowerCase(), token.symbol]));
  const wallets = vaults.map((vault) => vault.address);
  // In one batch, as in the watcher: a node that lacks the last block has no say on what happened up to it.
  const parts = readInParts({ from: finalNumber + 1n, to }, (part) =>
    agreedMoves(ctx, chain, [...symbols.keys()], wallets, part),
  );
  for await (const { found: moves } of parts) {
    for (const move of moves.filter(({ from, to }) => from !== to)) {
      const symbol = symbols.get(move.token);
      if (symbol) for (const vault of vaults) await bookFinal(ctx, cursor, symbol, move, vault);
    }
  }
  const shipped = tokens.filter(({ symbol }) => !isAdded(chain, symbol));
  for (const vault of vaults.filter(({ openedBlock }) => openedBlock === null)) await open(ctx, vault, shipped, to);
  await openAdded(ctx, chain, vaults, to);
  await endMovesDispute(ctx, chain);
}

/** What another process opened the books for must not be passed over here: a block is read once. */
async function requireKnownTokens(db: Queryable, chain: ChainKey): Promise<void> {
  const opened = await selectTokenOpenings(db, chain);
  if (opened.some(({ symbol }) => findToken(chain, symbol) === null)) await learnAddedTokens(db);
}

/**
 * Opens the books of vaults that are read already for tokens that were added. One whose contract does not say what a vault holds
 * is opened when it does: its balance then has all that moved before, and it holds up no other.
 */
async function openAdded(ctx: Context, chain: ChainKey, vaults: readonly Vault[], to: bigint): Promise<void> {
  const added = chainOf(chain).tokens.filter(({ symbol }) => isAdded(chain, symbol));
  if (added.length === 0) return;
  const known = await selectTokenOpenings(ctx.db, chain);
  for (const vault of vaults.filter(({ openedBlock }) => openedBlock !== null)) {
    const missing = added.filter(
      ({ symbol }) => !known.some((one) => one.vaultId === vault.id && one.symbol === symbol),
    );
    for (const token of missing) await open(ctx, vault, [token], to).catch(leaveFor(vault, token));
  }
}

function leaveFor({ id, chain }: Vault, { symbol }: Token): (error: unknown) => void {
  return (error) => {
    if (!(error instanceof Refusal) || error.code !== 'chain_unavailable') throw error;
    log.error({ chain, vault: id, symbol, err: error }, 'what a vault holds of an added token cannot be read now');
  };
}

function isAdded(chain: ChainKey, symbol: string): boolean {
  return !shippedTokensOf(chain).some((token) => token.symbol === symbol);
}

function agreedMoves(
  ctx: Context,
  chain: ChainKey,
  tokens: string[],
  wallets: string[],
  part: Span,
): Promise<TokenMove[]> {
  const disputed = { chain, kind: 'moves', subject: `${part.from}`, upTo: part.to } as const;
  return agreed(ctx, disputed, () => readMoves(chain, tokens, wallets, part));
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
async function open(ctx: Context, vault: Vault, tokens: readonly Token[], block: bigint): Promise<void> {
  const { id, chain, merchantId } = vault;
  const read = () => readHeld(vault, tokens, block);
  const held = await agreed(ctx, { chain, kind: 'moves', subject: `${block}`, upTo: block }, read);
  const absurd = held.find(({ symbol, balance }) => isAdded(chain, symbol) && balance > mostOfAdded);
  if (absurd) throw nodeLacks(chain, `tells of more ${absurd.symbol} in a vault than there can be`);
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    // Where the other one opened it at an older block, what moved since is still to be booked.
    const isFirst = vault.openedBlock === null;
    if (isFirst && !(await openBooks(tx, vault, block))) throw new Error(`Another worker opened the books of ${id}`);
    for (const { symbol, balance } of held) {
      const isNew = !isAdded(chain, symbol) || (await insertTokenOpening(tx, { vaultId: id, symbol, block }));
      if (!isNew) throw new Error(`Another worker opened the books of ${id} for ${symbol}`);
      const inBooks = (account: 'available' | 'committed' | 'escrow') =>
        balanceOf(tx, merchantId, { chain, symbol }, account);
      const amount = balance - (await inBooks('available')) - (await inBooks('committed')) - (await inBooks('escrow'));
      const lines = [{ credit: 'external' as const, debit: 'available' as const, amount }];
      const subject = { kind: 'vault' as const, id };
      await post(tx, { merchantId, chain, symbol, kind: 'deposit', subject, log: null, lines, now });
    }
  });
}

function readHeld({ chain, address }: Vault, tokens: readonly Token[], block: bigint) {
  const read = async (client: PublicClient, { symbol, address: token }: Token) => ({
    symbol,
    balance: await readBalance(client, token, address, block),
  });
  return reading(chain, (client) => Promise.all(tokens.map((token) => read(client, token))));
}

/**
 * Books a movement that was never booked, once a second node shows it, too. Only the watcher, who holds the cursor, books what was taken back once more: a worker that
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
  if (!posting) return false;
  const block = { from: move.block, to: move.block };
  const shown = await agreedMoves(ctx, chain, [move.token], [vault.address], block);
  return (
    shown.some(({ logIndex, hash }) => logIndex === move.logIndex && hash === move.hash) &&
    ctx.db.transaction((tx) => post(tx, posting))
  );
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
  if (isAdded(chain, symbol) && !(await isFollowed(ctx.db, vault.id, symbol, move))) return null;
  const incoming = move.to === vault.address;
  if (!incoming && move.from !== vault.address) return null;
  if (!incoming && (await isPayment(ctx.db, { ...vault, chain }, move))) return null;
  const { merchantId } = vault;
  const lines = incoming
    ? [{ credit: 'external' as const, debit: 'available' as const, amount: move.amount }]
    : [{ credit: 'available' as const, debit: 'suspense' as const, amount: move.amount }];
  const kind = incoming ? 'deposit' : 'outflow';
  const subject = { kind: 'vault' as const, id: vault.id };
  const { block: blockNumber, blockHash, hash, logIndex } = move;
  const place = { blockNumber, blockHash, hash, logIndex };
  return { merchantId, chain, symbol, kind, subject, log: place, lines, now: ctx.clock.now() };
}

/** A contract may say that more moved, or is held, than there can be: sums of that would not fit into the books. Base units. */
const mostOfAdded = 10n ** 60n;

/** An added token is in the books of a vault from a block of its own on: what moved before is in the balance of that block. */
async function isFollowed(db: Queryable, vaultId: string, symbol: string, move: TokenMove): Promise<boolean> {
  if (move.amount > mostOfAdded) {
    log.error(
      { vault: vaultId, symbol, hash: move.hash },
      'an added token tells of more than there can be: it is passed over',
    );
    return false;
  }
  const opened = await findTokenOpening(db, vaultId, symbol);
  return opened !== null && move.block > opened;
}

/** Reverses what was booked from blocks above `ancestor`, which turned out not to be final after all. */
export async function undoMoves(tx: Tx, chain: ChainKey, ancestor: bigint, now: Date): Promise<void> {
  for (const { id } of await selectMovesAbove(tx, chain, ancestor)) await reverse(tx, id, now);
}
