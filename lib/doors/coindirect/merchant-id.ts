import { Refusal } from '@/lib/kernel/errors';
import { uuidOf } from '@/lib/kernel/ids';
import type { CoindirectKey } from './authenticate';

/** Whether this is what a program calls the merchant of its key: by the id that was set for it or by ours. */
export function isOwnMerchant(key: CoindirectKey | null, merchantId: string, said: string): boolean {
  const own = [key?.settings.merchant_id, uuidOf(merchantId), merchantId].map((id) => id?.toLowerCase());
  return own.includes(said.toLowerCase());
}

/** Programs say whose payments they mean. It is whose key it is. */
export function requireOwnMerchant(
  key: CoindirectKey | null,
  merchantId: string,
  said: string | null | undefined,
): void {
  if (!said || isOwnMerchant(key, merchantId, said)) return;
  throw new Refusal('invalid_request', { field: 'merchantId', detail: 'is not the merchant of this key' });
}
