import type { Context } from '@/lib/access/actor';
import { hashToken } from '@/lib/kernel/secrets';
import { findEmbedOrigins } from '@/lib/payouts/store';

/** The origins that may show this link's page in a frame; none for an unknown link. */
export async function embedOriginsOf(ctx: Context, token: string): Promise<string[]> {
  return findEmbedOrigins(ctx.db, hashToken(token));
}
