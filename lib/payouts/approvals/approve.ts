import type { Queryable, Tx } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import type { ApproveBody, RejectBody } from '@/lib/approvals/schema';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { type LockedPayout, lockIfThere } from '@/lib/payouts/locked-store';
import { inviteRecipient } from '@/lib/payouts/mails/invite-recipient';
import { move } from '@/lib/payouts/move';
import { readAndPresent } from '@/lib/payouts/present';
import type { Payout } from '@/lib/payouts/store';
import { screenSoon } from '@/lib/screening/due';
import type { PayoutAnswer } from '@/lib/wire/payout';
import { reason } from '@/lib/wire/reason';
import { digestOf } from './approval-digest';
import { countApprovals, countStanding, insertApproval, selectMakers, selectRedirectors } from './approval-store';

/**
 * Consents to a payout as `digest` names it; the last consent that it needs makes it payable. Giving it twice is one.
 * Refuses: not_found, payout_state, approval_own, approval_changed, step-up.
 */
export async function approvePayout(ctx: Context, id: string, { digest }: ApproveBody): Promise<PayoutAnswer> {
  const { merchantId, userId } = requireApprover(ctx);
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const payout = await lockAwaiting(tx, merchantId, id, now);
    await refuseMaker(tx, payout, userId);
    if (digestOf(payout) !== digest) {
      throw new Refusal('approval_changed', { detail: 'The payout is not what you looked at.' });
    }
    const approval = { id: newId('approval', now.getTime()), userId, digest, createdAt: now };
    if (!(await insertApproval(tx, payout, approval))) return readAndPresent(tx, payout);
    await audit(tx, ctx, { merchantId, action: 'payout.consented', subjectId: id, detail: { digest }, now });
    if ((await countStanding(tx, payout, digest)) < payout.approvalsNeeded) return readAndPresent(tx, payout);
    const moved = await move(tx, ctx, payout, { to: 'pending', event: 'payout.approved', because: reason('approved') });
    await inviteRecipient(tx, moved, now);
    if (moved.recipientAddress) await screenSoon(tx, { ...moved, ids: [moved.id] }, now);
    return readAndPresent(tx, moved);
  });
}

/** Takes a payout back that waits for approval. Refuses: not_found, payout_state, step-up. */
export async function rejectPayout(ctx: Context, id: string, body: RejectBody): Promise<PayoutAnswer> {
  const { merchantId } = requireApprover(ctx);
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const payout = await lockAwaiting(tx, merchantId, id, now);
    const set = { cancelRequestedAt: now };
    const because = reason('not_approved', { words: body.reason });
    const moved = await move(tx, ctx, payout, { to: 'cancelled', set, because });
    return readAndPresent(tx, moved);
  });
}

/** Nobody is two people by way of an API key: what a key makes, its maker makes. */
async function refuseMaker(tx: Tx, payout: LockedPayout, userId: string): Promise<void> {
  if ((await selectRedirectors(tx, payout)).has(userId)) {
    throw new Refusal('approval_own', { detail: 'You named whom it goes to: another member must approve it.' });
  }
  if ((await selectMakers(tx, payout.merchantId, [payout.id])).get(payout.id) !== userId) return;
  const detail = payout.createdByKey
    ? 'You made the API key that made this payout: another member must approve it.'
    : 'The maker of a payout does not approve it.';
  throw new Refusal('approval_own', { detail });
}

function requireApprover(ctx: Context) {
  const actor = requirePermission(ctx, 'payouts:approve');
  if (actor.kind !== 'user') throw new Refusal('forbidden', { detail: 'Only people approve.' });
  requireStepUp(ctx);
  return actor;
}

async function lockAwaiting(tx: Tx, merchantId: string, id: string, now: Date): Promise<LockedPayout> {
  const payout = await lockIfThere(tx, { merchantId, id });
  if (!payout) throw new Refusal('not_found', { detail: `There is no payout ${id}.` });
  const waits = payout.status === 'awaiting_approval';
  if (!waits || payout.cancelRequestedAt || payout.expiresAt <= now) {
    const word = waits ? (payout.cancelRequestedAt ? 'cancelled' : 'expired') : payout.status;
    throw new Refusal('payout_state', { detail: `The payout is ${word}: it does not wait for approval.` });
  }
  return payout;
}

/** Before anything is signed: what is paid is what enough people approved. Refuses: approval_changed. */
export async function requireApproved(db: Queryable, payout: Payout): Promise<void> {
  if (payout.approvalsNeeded === 0) return;
  if ((await countApprovals(db, payout, digestOf(payout))) >= payout.approvalsNeeded) return;
  throw new Refusal('approval_changed', { detail: 'Its recipient, asset or amount is not what was approved.' });
}
