import type { Tx } from '@/db/client';
import { Refusal } from '@/lib/kernel/errors';
import { lockMerchant, type Merchant, saveClosing } from './store';

type Begun = { now: Date; cancels: boolean };

/** Locks a merchant that is to be closed, and notes since when it makes no payouts, and whether open ones are taken back. Refuses: not_found. */
export async function beginClosing(tx: Tx, merchantId: string, { now, cancels }: Begun): Promise<Merchant> {
  const merchant = await lockMerchant(tx, merchantId);
  if (!merchant) throw new Refusal('not_found', { detail: 'There is no such merchant.' });
  const since = merchant.closingSince === null ? { closingSince: now } : {};
  await saveClosing(tx, merchantId, { ...since, closingCancels: cancels });
  return merchant;
}

/** Notes that nothing of it is open any more; false where that was noted before. */
export async function endClosing(tx: Tx, merchantId: string, now: Date): Promise<boolean> {
  const merchant = await lockMerchant(tx, merchantId);
  if (!merchant?.closingSince || merchant.closedAt !== null) return false;
  await saveClosing(tx, merchantId, { closedAt: now });
  return true;
}
