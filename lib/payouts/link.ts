import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { findCursor } from '@/lib/cursors/store';
import { env } from '@/lib/kernel/env';
import { hashToken, newToken, seal, unseal } from '@/lib/kernel/secrets';
import { findLiveLink, insertLink, type LockedPayout, revokeLinks } from './locked-store';
import { payableUntil } from './payable-until';
import type { ClaimLinkAnswer } from './schema';

/** Whether its link names a payout and opens nothing by itself: then it may be kept, sealed, and mailed again. */
const mayBeKept = (payout: LockedPayout) => payout.recipientType === 'email';

const sealedFor = (tokenHash: string) => `link ${tokenHash}`;

/**
 * Makes the first claim link; the token inside exists only in the answer and the database keeps its hash, but for
 * recipients by e-mail, who are mailed theirs again.
 */
export async function openLink(
  tx: Tx,
  payout: LockedPayout,
  now: Date,
  earlierUntil: Date | null = null,
  token = newToken(),
): Promise<string> {
  const tokenHash = hashToken(token);
  const sealedToken = mayBeKept(payout) ? seal(token, sealedFor(tokenHash)) : null;
  await insertLink(tx, payout, { tokenHash, sealedToken, earlierUntil, createdAt: now });
  return linkOf(token);
}

export function linkOf(token: string): string {
  return `${env.BASE_URL}/p/${token}`;
}

/** The token of the live link, where it was kept. */
export async function findKeptToken(tx: Tx, payout: LockedPayout): Promise<string | null> {
  const link = await findLiveLink(tx, payout);
  return link?.sealedToken ? unseal(link.sealedToken, sealedFor(link.tokenHash)) : null;
}

/** A link in place of the one there is, which stops working at once; what that one handed out may still be paid a while. */
export async function replaceLink(tx: Tx, ctx: Context, payout: LockedPayout): Promise<ClaimLinkAnswer> {
  const now = ctx.clock.now();
  const until = payableUntil(payout, await findCursor(tx, payout.chain));
  await revokeLinks(tx, payout, now);
  const { merchantId, id: subjectId } = payout;
  await audit(tx, ctx, {
    merchantId,
    action: 'payout.link_reissued',
    subjectId,
    detail: { earlier_until: until },
    now,
  });
  const claim_url = await openLink(tx, payout, now, until);
  return { claim_url, earlier_claim_until: until?.toISOString() ?? null };
}
