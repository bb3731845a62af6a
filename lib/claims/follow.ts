import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { hex } from '@/lib/chains/address';
import { requireKnownHistory } from '@/lib/cursors/find-ancestor';
import { reading } from '@/lib/evm/rpc';
import { nonceIsSpent } from '@/lib/evm/transactions';
import { addSeconds } from '@/lib/kernel/clock';
import { endTransfer, startProcessing } from '@/lib/payouts/sightings';
import { lockUnchanged, selectTransfers, type Transfer, updateTransfer } from '@/lib/payouts/transfer-store';
import { inspectHash } from '@/lib/payouts/vouchers/inspect-hash';
import { claimFacts } from '@/lib/rails/contract/facts';
import { contractRail } from '@/lib/rails/contract/rail';
import type { ClaimFacts } from '@/lib/rails/rail';
import { claimedRails } from '@/lib/rails/traits';
import { type Failure, reason } from '@/lib/wire/reason';

/** How long a hash may be unknown to the node before we stop calling it on its way. */
const missingGraceSeconds = 120;

type Ending = { status: 'reverted' | 'replaced' | 'dropped'; reason: Failure };
/** What was signed for it is over, so that it holds up nobody any longer, however long nodes keep it. */
const tooLate: Ending = { status: 'dropped', reason: reason('not_sent_in_time') };

/** Looks up every transfer that is on its way but in no block yet: seen, refused, replaced or gone. Returns how many. */
export async function followTransfers(ctx: Context, chain: ChainKey): Promise<number> {
  const rows = await selectTransfers(ctx.db, chain, ['submitted'], { rails: claimedRails() });
  if (rows.length > 0) await requireKnownHistory(ctx.db, chain);
  for (const { transfer, payout, vault } of rows) {
    if (!transfer.hash) continue;
    const seen = await inspectHash(payout, vault, transfer.hash);
    if (seen.state === 'paid') continue;
    if (seen.state === 'waiting' && !seen.late) {
      await noteSeen(ctx, transfer, seen);
      continue;
    }
    const ending = seen.state === 'waiting' ? tooLate : await endingOf(ctx, claimFacts(payout, vault), transfer, seen);
    if (!ending) continue;
    await ctx.db.transaction(async (tx) => {
      const same = await lockUnchanged(tx, transfer);
      if (same) await endTransfer(tx, ctx, same.payout, same.transfer, ending);
    });
  }
  return rows.length;
}

async function noteSeen(
  ctx: Context,
  transfer: Transfer,
  seen: { sender: string; nonce: number; ours: boolean },
): Promise<void> {
  if (transfer.seenAt) return;
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const same = await lockUnchanged(tx, transfer);
    if (!same) return;
    const { sender, nonce } = seen;
    const noted = await updateTransfer(tx, same.transfer, ['submitted'], { sender, nonce, seenAt: now }, now);
    const moving = noted !== null && seen.ours && same.payout.status === 'pending';
    if (moving) await startProcessing(tx, ctx, same.payout, reason('claim_sent'));
  });
}

async function endingOf(
  ctx: Context,
  facts: ClaimFacts,
  transfer: Transfer,
  seen: { state: 'missing' | 'stranger' } | { state: 'reverted'; reason: Failure },
): Promise<Ending | null> {
  if (seen.state === 'reverted') return { status: 'reverted', reason: seen.reason };
  if (seen.state === 'stranger') return { status: 'dropped', reason: reason('moved_something_else') };
  const { sender, nonce } = transfer;
  const over = addSeconds(transfer.updatedAt, missingGraceSeconds) < ctx.clock.now();
  // That a node does not know a hash proves nothing. While the contract has used the id, this or another one has paid.
  const [spent, [used]] = await reading(facts.chain, (client) =>
    Promise.all([
      sender && nonce !== null ? nonceIsSpent(client, hex(sender), nonce) : false,
      contractRail.readUsed(client, [facts], 'latest'),
    ]),
  );
  if (used) return null;
  if (spent) return { status: 'replaced', reason: reason('replaced_in_wallet') };
  return over ? { status: 'dropped', reason: reason('unknown_to_network') } : null;
}
