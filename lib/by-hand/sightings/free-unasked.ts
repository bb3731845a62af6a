import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import type { LockedPayout } from '@/lib/payouts/locked-store';
import { type LockedTransfer, readLiveTransfer, type Transfer } from '@/lib/payouts/transfer-store';
import { isByHand } from '@/lib/rails/traits';
import { reason } from '@/lib/wire/reason';
import { endPayment } from './end';
import { findSigning, type Signing, selectHolds } from './store';

/** Whether no wallet was ever asked for it. Then nothing can have been signed, and asking is refused once it is let go. */
export function wasNeverAsked({ rail, status, askedAt, hash, proposal }: Transfer): boolean {
  return isByHand(rail) && status === 'prepared' && askedAt === null && hash === null && proposal === null;
}

/** Lets go what was prepared for this payout and never handed to a wallet, if `isTheirs`. Null where there is none. */
export async function freeUnasked(
  tx: Tx,
  ctx: Context,
  payout: LockedPayout,
  isTheirs: (signing: Signing) => boolean,
): Promise<LockedTransfer | null> {
  const transfer = await readLiveTransfer(tx, payout);
  if (!transfer || !wasNeverAsked(transfer)) return null;
  const signing = transfer.signingId ? await findSigning(tx, payout.merchantId, transfer.signingId) : null;
  if (!signing || signing.callsId || !isTheirs(signing)) return null;
  const ending = { status: 'dropped' as const, reason: reason('never_asked') };
  return (await endPayment(tx, ctx, payout, transfer, ending)) ? transfer : null;
}

/** The same once the page that prepared it holds the payout no longer. */
export async function freeLapsed(tx: Tx, ctx: Context, payout: LockedPayout): Promise<void> {
  const now = ctx.clock.now();
  const [hold] = await selectHolds(tx, payout.merchantId, [payout.id]);
  const isHeldBy = ({ userId, tab }: Signing) => hold?.userId === userId && hold.tab === tab && hold.until > now;
  await freeUnasked(tx, ctx, payout, (signing) => !isHeldBy(signing));
}
