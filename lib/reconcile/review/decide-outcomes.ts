import type { Context } from '@/lib/access/actor';
import { gatherNamed } from '@/lib/by-hand/sightings/gather';
import { recordFound } from '@/lib/by-hand/sightings/record-log';
import { resolve } from '@/lib/by-hand/sightings/resolve';
import { confirmTransfers } from '@/lib/payouts/confirm';
import { failureOf, noFailure } from '@/lib/payouts/failure';
import { lockUnchanged, updateTransfer } from '@/lib/payouts/transfer-store';
import { prove } from '@/lib/rails/registry';
import { isByHand } from '@/lib/rails/traits';
import { lookAtHash } from '@/lib/rails/wallet/look';
import { note } from '@/lib/reconcile/books/prove-bookings';
import type { Scope } from '@/lib/reconcile/chain/outgoing';
import { selectUnresolved } from '@/lib/reconcile/core/difference-store';
import { type Paid, selectOpenOutcomes } from '@/lib/reconcile/core/ledger-store';
import { reason } from '@/lib/wire/reason';

/**
 * Decides transfers whose outcome is open, as far as final blocks decide it: one that paid after all is confirmed, one
 * that was refused is over. What they do not decide stays open, and a doubted one gets a line. Returns how many.
 */
export async function decideOutcomes(ctx: Context, scope: Scope): Promise<number> {
  let decidedCount = 0;
  const open = await selectOpenOutcomes(ctx.db, scope.merchantId, scope.chain);
  // What such a transfer took out of the vault has lines of its own, which say the same.
  const lines = await selectUnresolved(ctx.db, scope.merchantId, scope.chain);
  const told = new Set(lines.filter(({ topic }) => topic === 'outgoing').map(({ payoutId }) => payoutId));
  for (const paid of open) {
    const { status } = paid.transfer;
    const isJudged = status === 'unknown' || status === 'differs';
    const decided = isJudged ? await rejudge(ctx, scope, paid) : await decide(ctx, scope, paid);
    if (decided) decidedCount += 1;
    else if (status === 'differs') await noteTransfer(ctx, scope, 'transfer_differs', paid);
    else if (status === 'unknown' && !told.has(paid.payout.id))
      await noteTransfer(ctx, scope, 'transfer_unknown', paid);
  }
  if (decidedCount > 0) await confirmTransfers(ctx, scope.chain, scope.final);
  return decidedCount;
}

/** Looks at a doubted transfer again, where it is; it passes only if the chain now proves it. */
async function rejudge(ctx: Context, scope: Scope, { transfer, payout, vault }: Paid): Promise<boolean> {
  const { hash, blockHash, blockNumber, logIndex, recipient } = transfer;
  if (!hash || !blockHash || blockNumber === null || logIndex === null || !recipient) return false;
  if (blockNumber > scope.final) return false;
  const log = { hash, blockHash, blockNumber, logIndex, recipient };
  const proof = await prove({ payout, vault, transfer }, log);
  if (proof.state !== 'proved') return false;
  const now = ctx.clock.now();
  const set = { status: 'confirming' as const, ...noFailure };
  return ctx.db.transaction(async (tx) => {
    const same = await lockUnchanged(tx, transfer);
    return same !== null && (await updateTransfer(tx, same.transfer, ['unknown', 'differs'], set, now)) !== null;
  });
}

/** A payment by hand whose hash is known and has paid in a final block. Whether one is over, only `followPayments` says. */
async function decide(ctx: Context, scope: Scope, paid: Paid): Promise<boolean> {
  const { transfer, payout } = paid;
  if (!isByHand(payout.rail) || !transfer.hash) return false;
  const seen = await lookAtHash(scope.chain, transfer.hash);
  if (seen.state !== 'mined' || seen.blockNumber > scope.final) return false;
  const wallets = new Set(transfer.sender ? [transfer.sender] : scope.known.keys());
  const [named] = await gatherNamed(ctx, [payout], { wallets }, seen);
  const resolution = named && resolve(named.facts);
  if (resolution?.is !== 'pays') return false;
  for (const log of resolution.logs) {
    if ((await recordFound(ctx, scope.chain, payout, log)) === 'recorded') return true;
  }
  return false;
}

/** A transfer that a person must decide about, beside the lines of what left: what was agreed, and where it stands. */
async function noteTransfer(
  ctx: Context,
  scope: Scope,
  kind: 'transfer_differs' | 'transfer_unknown',
  { transfer, payout }: Paid,
): Promise<void> {
  const {
    id: transferId,
    hash,
    logIndex,
    blockNumber,
    blockHash,
    recipient: toAddress,
    sender: fromAddress,
  } = transfer;
  await note(ctx, scope, {
    ...{ kind, topic: 'transfer', key: `transfer:${transferId}`, transferId, payoutId: payout.id },
    ...{ hash, logIndex, blockNumber, blockHash, toAddress, fromAddress },
    ...{ symbol: payout.symbol, amount: payout.net },
    why: failureOf(transfer) ?? reason('outcome_unknown'),
  });
}
