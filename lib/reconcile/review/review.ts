import type { Context } from '@/lib/access/actor';
import { reverse } from '@/lib/ledger/reverse';

import { prove } from '@/lib/rails/registry';
import { type Done, judgeOutgoing, type Scope } from '@/lib/reconcile/chain/outgoing';
import { tokensOf } from '@/lib/reconcile/chain/read-chain';
import { readMove } from '@/lib/reconcile/chain/read-move';
import { type Difference, selectUnresolved, updateDifference } from '@/lib/reconcile/core/difference-store';
import type { Known } from '@/lib/reconcile/core/known-store';
import { findStatus, isReversed, selectByHash, selectHollowClearings } from '@/lib/reconcile/core/ledger-store';
import { type Outgoing, outgoingOf } from '@/lib/reconcile/core/suspense';

/**
 * Looks again at everything that was not resolved before: what a person or the chain has put right meanwhile ends by
 * itself, and what has only one explanation left books itself.
 */
export async function reviewDifferences(ctx: Context, scope: Scope): Promise<Done> {
  for (const id of await selectHollowClearings(ctx.db, scope.merchantId, scope.chain)) {
    await ctx.db.transaction((tx) => reverse(tx, id, ctx.clock.now()));
  }
  const again: Outgoing[] = [];
  for (const difference of await selectUnresolved(ctx.db, scope.merchantId, scope.chain)) {
    const out = outgoingFrom(scope, difference);
    if (await isOver(ctx, scope, difference)) await end(ctx, difference);
    else if (out) again.push(out);
  }
  return judgeOutgoing(ctx, scope, again, { claims: [], orders: [] });
}

/** What the contract moved is judged where its logs are read. */
const byContract: readonly string[] = ['unknown_claim', 'unknown_order'];

/** The movement that a line is about; null for lines about something else. */
export function outgoingFrom(
  { merchantId, chain, known }: Pick<Scope, 'merchantId' | 'chain' | 'known'>,
  difference: Difference,
): Outgoing | null {
  const { topic, symbol, amount, hash, logIndex, blockNumber, blockHash, fromAddress, toAddress } = difference;
  const isOut = topic === 'outgoing' && !byContract.includes(difference.kind);
  if (!isOut || !symbol || amount === null || !hash || logIndex === null) return null;
  if (blockNumber === null || !blockHash || !fromAddress || !toAddress) return null;
  const token = [...tokensOf(chain)].find(([, one]) => one.symbol === symbol)?.[0];
  if (!token) return null;
  const since = difference.blockTime ?? difference.foundAt;
  const wallet: Known = known.get(fromAddress) ?? {
    ...{ address: fromAddress, vault: null, since },
    trusted: false,
    booked: true,
    hot: false,
  };
  const move = {
    ...{ token, from: fromAddress, to: toAddress, amount, hash, blockHash, logIndex },
    block: blockNumber,
  };
  return outgoingOf(merchantId, chain, symbol, move, wallet);
}

async function isOver(ctx: Context, scope: Scope, difference: Difference): Promise<boolean> {
  const { topic, kind, postingId } = difference;
  if (topic === 'outgoing') return postingId !== null && isReversed(ctx.db, postingId);
  switch (kind) {
    case 'settlement_missing':
    case 'settlement_differs':
      return isSettlementOver(ctx, scope, difference);
    case 'movement_missing':
      return isMoveOver(ctx, scope, difference);
    case 'transfer_differs':
      return (await statusOf(ctx, difference)) !== 'differs';
    case 'transfer_unknown':
      return (await statusOf(ctx, difference)) !== 'unknown';
    default:
      return false;
  }
}

async function statusOf(ctx: Context, { merchantId, transferId }: Difference) {
  return transferId === null ? null : findStatus(ctx.db, merchantId, transferId);
}

async function transferOf(ctx: Context, { merchantId, chain }: Scope, { transferId, hash }: Difference) {
  const paid = await selectByHash(ctx.db, merchantId, chain, hash ? [hash] : []);
  return paid.find(({ transfer }) => transfer.id === transferId) ?? null;
}

async function isSettlementOver(ctx: Context, scope: Scope, difference: Difference): Promise<boolean> {
  const { postingId, kind } = difference;
  if (postingId !== null) {
    const { hash, blockHash, logIndex } = difference;
    if (await isReversed(ctx.db, postingId)) return true;
    const paid = await selectByHash(ctx.db, scope.merchantId, scope.chain, hash ? [hash] : []);
    return paid.some(
      ({ transfer }) =>
        transfer.status === 'confirmed' && transfer.blockHash === blockHash && transfer.logIndex === logIndex,
    );
  }
  const paid = await transferOf(ctx, scope, difference);
  if (paid?.transfer.status !== 'confirmed') return true;
  const { hash, blockHash, blockNumber, logIndex, recipient } = paid.transfer;
  if (kind === 'settlement_differs' || !hash || !blockHash || blockNumber === null) return false;
  if (logIndex === null || !recipient) return false;
  return (await prove(paid, { hash, blockHash, blockNumber, logIndex, recipient })).state === 'proved';
}

async function isMoveOver(ctx: Context, scope: Scope, difference: Difference): Promise<boolean> {
  const { postingId, blockHash, hash, logIndex, amount } = difference;
  if (postingId === null || !blockHash || !hash || logIndex === null) return false;
  if (await isReversed(ctx.db, postingId)) return true;
  return (await readMove(scope.client, { blockHash, hash, logIndex }))?.amount === amount;
}

async function end(ctx: Context, difference: Difference): Promise<void> {
  const now = ctx.clock.now();
  const set = { status: 'resolved' as const, resolvedBy: 'gone' as const, resolvedAt: now };
  await ctx.db.transaction((tx) => updateDifference(tx, difference, set, now));
}
