import type { Tx } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { findCursor } from '@/lib/cursors/store';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { hashToken, newToken } from '@/lib/kernel/secrets';
import { insertLink, type LockedPayout, lockIfThere, revokeLinks } from './locked-store';
import { payableUntil } from './payable-until';
import type { ClaimLinkAnswer } from './schema';

/** Makes the first claim link; the token inside exists only in the answer, the database keeps its hash. */
export async function openLink(
  tx: Tx,
  payout: LockedPayout,
  now: Date,
  earlierUntil: Date | null = null,
): Promise<string> {
  const token = newToken();
  await insertLink(tx, payout, { tokenHash: hashToken(token), earlierUntil, createdAt: now });
  return `${env.BASE_URL}/p/${token}`;
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

/**
 * Replaces the claim link of an open payout: the old link stops working at once. Anyone with a link may claim what is
 * owed to anyone, so a person confirms their identity. Refuses: not_found, payout_state, step-up.
 */
export async function reissueLink(ctx: Context, id: string): Promise<ClaimLinkAnswer> {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  requireStepUp(ctx);
  return ctx.db.transaction(async (tx) => {
    const payout = await lockIfThere(tx, { merchantId, id });
    if (!payout) throw new Refusal('not_found', { detail: `There is no payout ${id}.` });
    if (payout.cancelRequestedAt || (payout.status !== 'pending' && payout.status !== 'failed')) {
      const word = payout.cancelRequestedAt ? 'cancelled' : payout.status;
      throw new Refusal('payout_state', { detail: `A payout that is ${word} needs no new link.` });
    }
    return replaceLink(tx, ctx, payout);
  });
}
