import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { updateSigning } from '@/lib/by-hand/sightings/store';
import { insertApproval } from '@/lib/payouts/approvals/approval-store';
import { insertLinks, insertVoucher, lockPayout, updatePayout } from '@/lib/payouts/locked-store';
import { move } from '@/lib/payouts/move';
import { findPayout } from '@/lib/payouts/store';
import { findLiveTransfer, insertTransfer, updateTransfer } from '@/lib/payouts/transfer-store';
import { reason } from '@/lib/wire/reason';

/** Compiled, never called: each line that may not compile is marked, and the type check fails where it does. */
export async function decideOnAnEarlierRead(tx: Tx, ctx: Context, key: { merchantId: string; id: string }, now: Date) {
  const read = await findPayout(tx, key.merchantId, key.id);
  const transfer = read && (await findLiveTransfer(tx, read));
  if (!read || !transfer) return;
  const locked = await lockPayout(tx, key);
  await move(tx, ctx, locked, { to: 'cancelled', because: reason('merchant_asked') });
  // @ts-expect-error: a payout that was only read
  await move(tx, ctx, read, { to: 'cancelled', because: reason('merchant_asked') });
  // @ts-expect-error: a payout that was only read
  await updatePayout(tx, read, { cancelRequestedAt: now }, now);
  // @ts-expect-error: a payout that was only read
  await insertLinks(tx, [{ payout: read, tokenHash: '', sealedToken: null, earlierUntil: null, createdAt: now }]);
  // @ts-expect-error: a payout that was only read
  await insertVoucher(tx, read, { id: '', recipient: '', deadline: now, createdAt: now });
  // @ts-expect-error: a payout that was only read
  await insertApproval(tx, read, { id: '', userId: '', digest: '', createdAt: now });
  // @ts-expect-error: a payout that was only read
  await insertTransfer(tx, read, { id: '', status: 'prepared', createdAt: now, updatedAt: now });
  // @ts-expect-error: a transfer that was read before its payout was locked
  await updateTransfer(tx, transfer, ['prepared'], { status: 'dropped' }, now);
  // @ts-expect-error: a signing that is not locked
  await updateSigning(tx, { ...transfer, id: transfer.signingId ?? '' }, { callsId: '' });
}
