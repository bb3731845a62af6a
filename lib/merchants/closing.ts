import type { Tx } from '@/db/client';
import { Refusal } from '@/lib/kernel/errors';
import { lockMerchant, type Merchant, saveClosing } from './store';

/** Locks a merchant that is to be closed, and notes since when it makes no payouts. Refuses: not_found. */
export async function beginClosing(tx: Tx, merchantId: string, now: Date): Promise<Merchant> {
  const merchant = await lockMerchant(tx, merchantId);
  if (!merchant) throw new Refusal('not_found', { detail: 'There is no such merchant.' });
  if (merchant.closingSince === null) await saveClosing(tx, merchantId, { closingSince: now });
  return merchant;
}

/** Notes that nothing of it is open any more; false where that was noted before. */
export async function endClosing(tx: Tx, merchantId: string, now: Date): Promise<boolean> {
  const merchant = await lockMerchant(tx, merchantId);
  if (!merchant?.closingSince || merchant.closedAt !== null) return false;
  await saveClosing(tx, merchantId, { closedAt: now });
  return true;
}
