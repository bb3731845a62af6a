import type { Queryable, Tx } from '@/db/client';
import type { Language } from '@/db/vocabulary/mails';
import type { Context } from '@/lib/access/actor';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { hashToken, newToken, seal, unseal } from '@/lib/kernel/secrets';
import type { LockedOrder } from '@/lib/orders/core/locked-store';
import type { Key, Order } from '@/lib/orders/core/store';
import { findByTokenHash, findLinkLanguage, findOrderLink, insertOrderLink } from './store';

const sealedFor = (tokenHash: string) => `order link ${tokenHash}`;

/**
 * The page on which the buyer of an order sees it, takes more time and objects. Its token is kept sealed, so that each mail has
 * the same link: it stops a payout and can start none.
 */
export async function openBuyerLink(tx: Tx, order: LockedOrder, now: Date): Promise<string> {
  const known = await findOrderLink(tx, order);
  if (known) return urlOf(order, unseal(known.sealedToken, sealedFor(known.tokenHash)));
  const token = newToken();
  const tokenHash = hashToken(token);
  await insertOrderLink(tx, order, { tokenHash, sealedToken: seal(token, sealedFor(tokenHash)), createdAt: now });
  return urlOf(order, token);
}

function urlOf({ buyerLanguage }: Order, token: string): string {
  return `${env.BASE_URL}/o/${token}${buyerLanguage ? `?lang=${buyerLanguage}` : ''}`;
}

/** The order that this link leads to. Refuses: link_unknown. */
export async function findByBuyerLink(db: Queryable, token: string): Promise<Key> {
  const key = await findByTokenHash(db, hashToken(token));
  if (!key) throw new Refusal('link_unknown', { detail: 'This link leads to no order.' });
  return key;
}

/** In which language the page of this link is drawn where its reader names none; null where nobody chose one. */
export async function buyerLanguageOf(ctx: Context, token: string): Promise<Language | null> {
  return findLinkLanguage(ctx.db, hashToken(token));
}
