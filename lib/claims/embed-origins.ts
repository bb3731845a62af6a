import type { Language } from '@/db/vocabulary/mails';
import type { Context } from '@/lib/access/actor';
import { hashToken } from '@/lib/kernel/secrets';
import { findEmbedOrigins, findPagesLanguage } from '@/lib/payouts/store';

/** The origins that may show this link's page in a frame; none for an unknown link. */
export async function embedOriginsOf(ctx: Context, token: string): Promise<string[]> {
  return findEmbedOrigins(ctx.db, hashToken(token));
}

/** The language that this link's merchant chose for readers who name none; null where it chose none. */
export async function claimLanguageOf(ctx: Context, token: string): Promise<Language | null> {
  return findPagesLanguage(ctx.db, hashToken(token));
}
