import type { Part } from '@/db/as-one';
import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { findCursor } from '@/lib/cursors/store';
import { env } from '@/lib/kernel/env';
import { hashToken, newToken, seal, unseal } from '@/lib/kernel/secrets';
import { findLiveLink, insertLinks, type LockedPayout, linksPart, revokeLinks } from './locked-store';
import { payableUntil } from './payable-until';
import type { ClaimLinkAnswer } from './schema';

/** Whether its link names a payout and opens nothing by itself: then it may be kept, sealed, and mailed again. */
const mayBeKept = (payout: LockedPayout) => payout.recipientType === 'email';

const sealedFor = (tokenHash: string) => `link ${tokenHash}`;

/** The row of a link; the token inside exists only in the answer, but for recipients by e-mail, who are mailed theirs again. */
function newLink(payout: LockedPayout, token: string, earlierUntil: Date | null, createdAt: Date) {
  const tokenHash = hashToken(token);
  const sealedToken = mayBeKept(payout) ? seal(token, sealedFor(tokenHash)) : null;
  return { payout, tokenHash, sealedToken, earlierUntil, createdAt };
}

/** The first claim links of payouts that are made together, in their order, and the part that writes them. */
export function firstLinks(
  many: readonly { payout: LockedPayout; linkToken?: string | undefined }[],
  now: Date,
): { urls: string[]; part: Part } {
  const links = many.map(({ payout, linkToken: token = newToken() }) => ({ payout, token }));
  const part = linksPart(links.map(({ payout, token }) => newLink(payout, token, null, now)));
  return { urls: links.map(({ token }) => linkOf(token)), part };
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
  const token = newToken();
  await insertLinks(tx, [newLink(payout, token, until, now)]);
  return { claim_url: linkOf(token), earlier_claim_until: until?.toISOString() ?? null };
}
