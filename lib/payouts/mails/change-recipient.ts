import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { spendByKey } from '@/lib/access/policies/spend';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { Refusal } from '@/lib/kernel/errors';
import { withdrawMails } from '@/lib/mail/report';
import { refuseSandbox } from '@/lib/merchants/refuse-sandbox';
import { leavingOf } from '@/lib/payouts/limits/leaving';
import { replaceLink } from '@/lib/payouts/link';
import { type LockedPayout, lockIfThere, updatePayout } from '@/lib/payouts/locked-store';
import { tell } from '@/lib/payouts/move';
import { readAndPresent } from '@/lib/payouts/present';
import { inviteRecipient } from './invite-recipient';
import type { ChangedRecipient, ChangeRecipientBody } from './schema';
import { updateInvitation } from './store';

/**
 * Sends an open payout to another mailbox: the former link and what was proved with it are over at once, and the new address
 * is written to. What people approved names the address, so that is not changed under them; nor is whom an order pays.
 * Refuses: not_found, payout_state, sandbox_recipient, key_*, step-up.
 */
export async function changeRecipient(ctx: Context, id: string, body: ChangeRecipientBody): Promise<ChangedRecipient> {
  const { merchantId } = requirePermission(ctx, 'payouts:write');
  requireStepUp(ctx);
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const payout = await lockIfThere(tx, { merchantId, id });
    if (!payout) throw new Refusal('not_found', { detail: `There is no payout ${id}.` });
    refuseFixed(payout);
    await refuseSandbox(tx, merchantId, payout.chain, body);
    const changed = await updatePayout(tx, payout, { recipientEmail: body.email }, now);
    const leaving = { ...leavingOf(changed), fields: { email: 'email' } };
    await spendByKey(tx, ctx, leaving, { payoutId: id, orderId: payout.orderId });
    const link = await replaceLink(tx, ctx, changed);
    await withdrawMails(tx, { merchantId, payoutId: id }, now);
    const { language, notify } = body;
    await updateInvitation(tx, changed, { nextReminderAt: null, askedFor: null, language, notify });
    await audit(tx, ctx, {
      ...{ merchantId, action: 'payout.recipient_changed', subjectId: id, now },
      ...{ before: { email: payout.recipientEmail }, after: { email: body.email } },
    });
    const answer = await readAndPresent(tx, changed);
    await tell(tx, changed, 'payout.recipient_changed', answer, now);
    await inviteRecipient(tx, changed, now);
    return { ...answer, ...link };
  });
}

function refuseFixed(payout: LockedPayout): void {
  const { status, recipientType, approvalsNeeded, orderSide } = payout;
  if (orderSide === 'release') {
    const detail =
      'Its order names whom it pays. Cancel it, name an address for the seller there, and release it again.';
    throw new Refusal('payout_state', { detail });
  }
  if (recipientType !== 'email') {
    throw new Refusal('payout_state', { detail: 'Only a payout to a mail address can be sent to another one.' });
  }
  const word = payout.cancelRequestedAt ? 'cancelled' : status;
  if (word !== 'pending' && word !== 'awaiting_approval') {
    throw new Refusal('payout_state', { detail: `The address of a payout that is ${word} cannot be changed.` });
  }
  if (word === 'pending' && approvalsNeeded > 0) {
    const detail = 'People approved a payout to this very address. Cancel it, and make another one.';
    throw new Refusal('payout_state', { detail });
  }
}
