import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { findCursor } from '@/lib/cursors/store';
import { lockPayout } from '@/lib/payouts/locked-store';
import { move } from '@/lib/payouts/move';
import { findLiveTransfer } from '@/lib/payouts/transfer-store';
import { termsOf } from '@/lib/rails/traits';
import { reason } from '@/lib/wire/reason';
import { type Due, selectLapsed, selectToCancelSigned } from './due-store';
import { selectBurnt, selectUnpaid } from './prove';

/**
 * Closes payouts that were cancelled or whose time is over, once the chain's final time is past everything that was
 * signed for them, and a final block proves that they were not paid. Returns how many. Refuses: chain_unavailable.
 */
export async function lapsePayouts(ctx: Context, chain: ChainKey): Promise<number> {
  const cursor = await findCursor(ctx.db, chain);
  const passed = cursor?.finalTime ?? new Date(0);
  const due = await selectLapsed(ctx.db, chain, ctx.clock.now(), passed);
  const [signed, unsigned] = [due.filter(wasSigned), due.filter((one) => !wasSigned(one))];
  const closed = await closeAll(ctx, unsigned, passed);
  if (!cursor) return closed;
  const toCancel = await selectToCancelSigned(ctx.db, chain, passed);
  const burnt = await closeAll(ctx, await selectBurnt(ctx, chain, cursor, toCancel), null);
  if (signed.length === 0) return closed + burnt;
  return closed + burnt + (await closeAll(ctx, await selectUnpaid(ctx, chain, cursor, signed), passed));
}

function wasSigned({ payout, signedFrom }: Due): boolean {
  return signedFrom !== null || payout.signedUntil !== null;
}

/** `passed`: the chain's final time; null where the id of each is burnt for good. */
async function closeAll(ctx: Context, due: readonly Due[], passed: Date | null): Promise<number> {
  let closed = 0;
  for (const { payout } of due) if (await close(ctx, payout, passed)) closed += 1;
  return closed;
}

function close(ctx: Context, was: Due['payout'], passed: Date | null): Promise<boolean> {
  return ctx.db.transaction(async (tx) => {
    const payout = await lockPayout(tx, was);
    // What was signed after the proof was read has a deadline of its own.
    if (payout.signedUntil?.getTime() !== was.signedUntil?.getTime()) return false;
    const open = payout.status === 'pending' || payout.status === 'awaiting_approval';
    const stillOut = passed !== null && payout.signedUntil !== null && payout.signedUntil >= passed;
    const toCancel = payout.cancelRequestedAt !== null && payout.status === 'failed';
    if (!(open || toCancel) || stillOut) return false;
    if (termsOf(payout.rail).expiry === 'nothing_open' && (await findLiveTransfer(tx, payout))) return false;
    const burnt = { to: 'cancelled' as const, because: reason('burnt_by_vault') };
    const lapsed = payout.cancelRequestedAt
      ? { to: 'cancelled' as const, because: reason('merchant_asked_and_lapsed') }
      : { to: 'expired' as const, because: reason('not_paid_in_time') };
    await move(tx, ctx, payout, passed === null ? burnt : lapsed);
    return true;
  });
}
