import { type Context, requirePermission } from '@/lib/access/actor';
import { env } from '@/lib/kernel/env';
import type { OutgoingAddresses } from './schema';

/** Where our requests come from, as the operator says, for merchants who let in only what they know. */
export async function listOutgoingAddresses(ctx: Context): Promise<OutgoingAddresses> {
  requirePermission(ctx, 'webhooks:read');
  return { data: [...env.WEBHOOK_SOURCE_ADDRESSES] };
}
