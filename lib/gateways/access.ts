import { unseal } from '@/lib/kernel/secrets';
import type { GatewayAccess } from '@/lib/rails/shkeeper/client';
import type { Gateway } from './store';

/** What lets us into a gateway, in clear. Never log it, and never answer with it. */
export function accessOf({ id, merchantId, url, username, password, apiKey }: Gateway): GatewayAccess {
  return { merchantId, url, username, password: unseal(password, id), apiKey: unseal(apiKey, id) };
}
