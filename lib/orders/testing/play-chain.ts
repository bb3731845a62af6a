import { randomBytes } from 'node:crypto';
import { demoAccount } from '@/demo/accounts';
import type { Context } from '@/lib/access/actor';
import { newId } from '@/lib/kernel/ids';
import { failureColumns, noFailure } from '@/lib/payouts/failure';
import { lockPayout } from '@/lib/payouts/locked-store';
import { move } from '@/lib/payouts/move';
import { startProcessing } from '@/lib/payouts/sightings';
import type { Key } from '@/lib/payouts/store';
import { findLatestTransfer, insertTransfer, readTransfer, updateTransfer } from '@/lib/payouts/transfer-store';
import { reason } from '@/lib/wire/reason';

const newHash = () => `0x${randomBytes(32).toString('hex')}`;

/** What the worker does once the chain has paid a payout, from any status, without a chain. */
export async function payOut(ctx: Context, key: Key): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    await startProcessing(tx, ctx, await lockPayout(tx, key), reason('claim_seen'));
    const payout = await lockPayout(tx, key);
    if (payout.status === 'completed') return;
    const place = { hash: newHash(), blockNumber: 7n, blockHash: newHash(), logIndex: 0 };
    const row = { id: newId('transfer'), ...place, recipient: demoAccount('customer').address.toLowerCase() };
    const transfer = await insertTransfer(tx, payout, { ...row, status: 'confirmed', createdAt: now, updatedAt: now });
    if (!transfer) throw new Error('The transfer was not written');
    const set = { completedAt: now, ...noFailure };
    await move(tx, ctx, payout, { to: 'completed', set, transfer, because: reason('paid_for_good') });
  });
}

/** What it does when the block that paid is lost, and the payout cannot be offered again. */
export async function takeBack(ctx: Context, key: Key): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const payout = await lockPayout(tx, key);
    const latest = await findLatestTransfer(tx, payout);
    const transfer = latest && (await readTransfer(tx, payout, latest.id));
    if (!transfer || payout.status !== 'completed') return;
    const because = reason('reorganised');
    const lost = {
      status: 'dropped' as const,
      ...failureColumns(because),
      blockNumber: null,
      blockHash: null,
      logIndex: null,
    };
    await updateTransfer(tx, transfer, ['confirmed'], lost, now);
    await move(tx, ctx, payout, {
      to: 'failed',
      set: { ...failureColumns(because), completedAt: null },
      transfer,
      because,
    });
  });
}
