import type { AssetTotals } from '@/db/schema/reconcile';
import type { AccountKind } from '@/db/vocabulary/books';
import type { Context } from '@/lib/access/actor';
import type { Token } from '@/lib/chains/chain';
import { chainOf, shippedTokensOf } from '@/lib/chains/registry';
import { findCursor } from '@/lib/cursors/store';
import { findBlock } from '@/lib/evm/blocks';
import { isSilence } from '@/lib/evm/nodes/silence';
import type { Span } from '@/lib/evm/read-in-parts';
import { readBalance } from '@/lib/evm/token-moves';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount } from '@/lib/kernel/money';
import type { Vault } from '@/lib/payouts/store';
import type { Scope } from '@/lib/reconcile/chain/outgoing';
import { requireOurs } from '@/lib/reconcile/chain/read-chain';
import { selectUnresolved, updateDifference } from '@/lib/reconcile/core/difference-store';
import { sumAccounts, sumInFlight, sumTurnover, sumVaultAbove } from '@/lib/reconcile/core/sums-store';
import { reason } from '@/lib/wire/reason';
import { note } from './prove-bookings';

export type Balances = { block: bigint; assets: AssetTotals[] };

type Account = { symbol: string; account: AccountKind; amount: bigint };

/**
 * Holds what the vault has at the newest final block against `available` + `committed` + `escrow` as the books have them from
 * blocks up to there. A gap is a line; a gap that is gone ends its line.
 */
export async function checkBalances(ctx: Context, scope: Scope, span: Span): Promise<Balances> {
  const { merchantId, chain, client } = scope;
  const vault = [...scope.known.values()].find((wallet) => wallet.vault)?.vault ?? null;
  const books = await readBooks(ctx, scope);
  const { tokens } = chainOf(chain);
  const opened = vault && vault.openedBlock !== null && vault.openedBlock <= books.block ? vault : null;
  const [block, ...held] = await Promise.all([
    findBlock(client, books.block),
    ...(opened ? tokens.map((token) => readHeld(scope, token, opened, books.block)) : []),
  ]);
  await requireOurs(ctx.db, chain, books.block, block);
  const [turnover, inFlight] = await Promise.all([
    sumTurnover(ctx.db, merchantId, chain, span),
    sumInFlight(ctx.db, merchantId, chain),
  ]);
  const gaps = new Set<string>();
  const assets: AssetTotals[] = [];
  for (const [index, { symbol, decimals }] of tokens.entries()) {
    const of = (account: AccountKind) => sumOf(books.accounts, symbol, account);
    const booked = of('available') + of('committed') + of('escrow') - (books.above.get(symbol) ?? 0n);
    const balance = held[index] ?? null;
    const gap = balance === null ? 0n : balance - booked;
    if (opened && gap !== 0n) gaps.add(await noteGap(ctx, scope, opened, symbol, gap));
    const text = (units: bigint) => formatAmount(units, decimals);
    const turned = turnover.get(symbol) ?? { paid: 0n, fees: 0n, deposits: 0n, outflows: 0n };
    assets.push({
      ...{ symbol, decimals },
      balance: balance === null ? null : text(balance),
      booked: balance === null ? null : text(booked),
      difference: balance === null ? null : text(gap),
      ...{ available: text(of('available')), committed: text(of('committed')), owed: text(of('owed')) },
      ...{ suspense: text(of('suspense')), inFlight: text(inFlight.get(symbol) ?? 0n) },
      ...{ paid: text(turned.paid), fees: text(turned.fees) },
      ...{ deposits: text(turned.deposits), outflows: text(turned.outflows) },
    });
  }
  await endOtherGaps(ctx, scope, gaps);
  return { block: books.block, assets };
}

/** Null where the contract of an added token does not tell: that is no word on any other token. */
async function readHeld(
  { chain, client }: Scope,
  { symbol, address }: Token,
  vault: Vault,
  block: bigint,
): Promise<bigint | null> {
  const isShipped = shippedTokensOf(chain).some((token) => token.symbol === symbol);
  return readBalance(client, address, vault.address, block).catch((error: unknown) => {
    if (isShipped || isSilence(error)) throw error;
    return null;
  });
}

/** The books and the block up to which they reach, read in one snapshot, so that no booking falls in between. */
async function readBooks(ctx: Context, { merchantId, chain }: Scope) {
  return ctx.db.transaction(
    async (tx) => {
      const cursor = await findCursor(tx, chain);
      if (!cursor) throw new Refusal('chain_unavailable', { detail: `${chainOf(chain).name} was never read.` });
      const block = cursor.finalNumber;
      const accounts = await sumAccounts(tx, merchantId, chain);
      return { block, accounts, above: await sumVaultAbove(tx, merchantId, chain, block) };
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  );
}

function sumOf(accounts: readonly Account[], symbol: string, account: AccountKind): bigint {
  return accounts.find((one) => one.symbol === symbol && one.account === account)?.amount ?? 0n;
}

/** One line per gap: the same gap is found again and again, another one is another line. */
async function noteGap(ctx: Context, scope: Scope, vault: Vault, symbol: string, gap: bigint): Promise<string> {
  const key = `balance:${vault.id}:${symbol}:${gap}`;
  await note(ctx, scope, {
    ...{ key, topic: 'balance', kind: 'balance_mismatch', symbol, amount: gap, fromAddress: vault.address },
    why: reason(gap < 0n ? 'vault_holds_less' : 'vault_holds_more'),
  });
  return key;
}

async function endOtherGaps(ctx: Context, { merchantId, chain }: Scope, gaps: ReadonlySet<string>): Promise<void> {
  const now = ctx.clock.now();
  for (const line of await selectUnresolved(ctx.db, merchantId, chain)) {
    if (line.kind !== 'balance_mismatch' || gaps.has(line.key)) continue;
    const set = { status: 'resolved' as const, resolvedBy: 'gone' as const, resolvedAt: now };
    await ctx.db.transaction((tx) => updateDifference(tx, line, set, now));
  }
}
