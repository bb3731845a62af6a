import { Refusal } from '@/lib/kernel/errors';
import { uuidOf } from '@/lib/kernel/ids';
import type { CoindirectKey } from './authenticate';

/** Programs say whose payments they mean. It is whose key it is, by the id that was set for it or by ours. */
export function requireOwnMerchant(
  key: CoindirectKey | null,
  merchantId: string,
  said: string | null | undefined,
): void {
  const own = [key?.settings.merchant_id, uuidOf(merchantId), merchantId].map((id) => id?.toLowerCase());
  if (!said || own.includes(said.toLowerCase())) return;
  throw new Refusal('invalid_request', { field: 'merchantId', detail: 'is not the merchant of this key' });
}
