import type { Tx } from '@/db/client';
import { newId } from '@/lib/kernel/ids';
import { keepAmounts, type LockedPayout } from '@/lib/payouts/locked-store';
import { findRelayed, insertRelayed, type RelayedClaim } from './store';

/** Whom it is paid to, the link by which that was asked for (null where none asked), and how the link's key names them. */
export type RelayOrder = { recipient: string; linkHash?: string | null; keySignature?: string | null; now: Date };

/**
 * Puts a payout's claim into the queue of those that we send, in the caller's transaction. Doing it again answers the one
 * that is not over, also where it goes to another address. Who may ask for it is decided before. Its amounts stand from then on.
 */
export async function enqueueRelay(tx: Tx, payout: LockedPayout, order: RelayOrder): Promise<RelayedClaim> {
  const { recipient, linkHash = null, keySignature = null, now } = order;
  await keepAmounts(tx, payout);
  const id = newId('relayedClaim', now.getTime());
  const stamps = { notBefore: now, createdAt: now, updatedAt: now };
  const written = await insertRelayed(tx, payout, {
    id,
    recipient,
    linkHash,
    keySignature,
    status: 'queued',
    ...stamps,
  });
  const standing = written ?? (await findRelayed(tx, payout));
  if (!standing) throw new Error(`The claim of ${payout.id} is neither new nor there`);
  return standing;
}
