import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { findGatewayFor } from '@/lib/gateways/store';
import { type ProblemCode, Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { lockPayout } from '@/lib/payouts/locked-store';
import { type Passed, requireScreened } from '@/lib/payouts/screening/screen';
import { insertTransfer } from '@/lib/payouts/transfer-store';
import { refuseStopped } from '@/lib/stops/refuse-stopped';
import type { Due } from './due-store';
import { noteSubmission } from './note-store';
import { requestOf } from './request';
import { countSubmissions, insertSubmission, type Submission } from './store';

/** What keeps it from being handed in now, and may pass. */
const passing: readonly ProblemCode[] = ['stopped', 'screening_held', 'unavailable'];

/** Undoes the transaction: nothing was handed in, and nothing is written. */
class NotNow extends Error {}

/**
 * Writes down that a payout is about to be handed to a gateway: its transfer, and the submission under an id that was never
 * used. Its transfer is above the block `since`. Null, and nothing written, where the payout changed, is stopped or held by a screening, or
 * where another submission is live, in flight, or looks alike.
 */
export async function intend(
  ctx: Context,
  due: Due,
  { since, passed }: { since: bigint; passed: Passed },
): Promise<Submission | null> {
  try {
    return await ctx.db.transaction(async (tx) => {
      const now = ctx.clock.now();
      const payout = await lockPayout(tx, due.payout);
      const { merchantId, chain, symbol, recipientAddress: recipient, net: amount, token } = payout;
      const open = payout.status === 'pending' && !payout.cancelRequestedAt && payout.expiresAt > now;
      const pays = await findGatewayFor(tx, merchantId, chain, symbol);
      if (!open || !recipient || pays?.gateway.id !== due.gateway.id) throw new NotNow();
      await refuseStopped(tx, payout);
      await requireScreened(tx, payout, passed, { address: recipient, now });
      const { wallet, crypto } = pays.asset;
      const attempt = (await countSubmissions(tx, payout)) + 1;
      const transfer = await insertTransfer(tx, payout, {
        ...{ id: newId('transfer', now.getTime()), status: 'prepared', sender: wallet, recipient },
        ...{ preparedBlock: since, createdAt: now, updatedAt: now },
      });
      if (!transfer) throw new NotNow();
      const externalId = `${payout.id}-${attempt}`;
      const submission = await insertSubmission(tx, payout, {
        ...{ id: newId('submission', now.getTime()), gatewayId: due.gateway.id, transferId: transfer.id },
        ...{ attempt, externalId, status: 'submitting', crypto, wallet, token, recipient, amount },
        ...{ submitBlock: since, nextLookAt: now, submittedAt: now, createdAt: now, updatedAt: now },
      });
      if (!submission) throw new NotNow();
      const said = JSON.stringify(requestOf(submission, due));
      await noteSubmission(tx, submission, { kind: 'handed_in', answerStatus: null, said }, now);
      const detail = { gateway: due.gateway.id, external_id: externalId };
      await audit(tx, ctx, { merchantId, action: 'payout.handed_to_gateway', subjectId: payout.id, detail, now });
      return submission;
    });
  } catch (error) {
    if (error instanceof NotNow) return null;
    if (error instanceof Refusal && passing.includes(error.code)) return null;
    throw error;
  }
}
