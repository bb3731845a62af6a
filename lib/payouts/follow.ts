import type { ChainKey } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { hex } from '@/lib/chains/address';
import { reading } from '@/lib/evm/rpc';
import { nonceIsSpent } from '@/lib/evm/transactions';
import { addSeconds } from '@/lib/kernel/clock';
import { contractRail } from '@/lib/rails/contract/rail';
import { claimFacts } from './payment-facts';
import { endTransfer, startProcessing } from './sightings';
import { lockUnchanged, selectTransfers, type Transfer, updateTransfer } from './transfer-store';

/** How long a hash may be unknown to the node before we stop calling it on its way. */
const missingGraceSeconds = 120;

type Ending = { status: 'reverted' | 'replaced' | 'dropped'; reason: string };

/** Looks up every transfer that is on its way but in no block yet: seen, refused, replaced or gone. Returns how many. */
export async function followTransfers(ctx: Context, chain: ChainKey): Promise<number> {
  const rows = await selectTransfers(ctx.db, chain, ['submitted'], 'contract');
  for (const { transfer, payout, vault } of rows) {
    if (!transfer.hash) continue;
    const seen = await contractRail.inspect(claimFacts(payout, vault), transfer.hash);
    if (seen.state === 'paid') continue;
    if (seen.state === 'waiting') {
      await noteSeen(ctx, transfer, seen);
      continue;
    }
    const ending = await endingOf(ctx, chain, transfer, seen);
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
    if (moving) await startProcessing(tx, ctx, same.payout, 'the claim was sent');
  });
}

async function endingOf(
  ctx: Context,
  chain: ChainKey,
  transfer: Transfer,
  seen: { state: 'missing' | 'stranger' } | { state: 'reverted'; reason: string },
): Promise<Ending | null> {
  if (seen.state === 'reverted') return { status: 'reverted', reason: seen.reason };
  if (seen.state === 'stranger') return { status: 'dropped', reason: 'The hash turned out to move something else.' };
  const { sender, nonce } = transfer;
  if (sender && nonce !== null && (await reading(chain, (client) => nonceIsSpent(client, hex(sender), nonce)))) {
    return { status: 'replaced', reason: 'The wallet sent something else in its place.' };
  }
  const over = addSeconds(transfer.updatedAt, missingGraceSeconds) < ctx.clock.now();
  return over ? { status: 'dropped', reason: 'The network does not know this transfer (any more).' } : null;
}
