import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { Refusal } from '@/lib/kernel/errors';
import { beginClosing, endClosing } from '@/lib/merchants/closing';
import { auditOperator } from '@/lib/operators/audit-operator';
import { requireOperator, requireOperatorStepUp } from '@/lib/operators/require-operator';
import { stopForGood } from '@/lib/stops/stop';
import { lockStops } from '@/lib/stops/store';
import { cancelFor } from '@/lib/unpaid/cancel';
import { reason } from '@/lib/wire/reason';
import type { CloseBody, ClosingAnswer } from './schema';
import { countOpen, selectCancellable, selectClosing } from './store';

const readAtOnce = 100;
/** So long one request takes payouts back, and so long one run of the job; the answer says how many are open. */
const cancellingMs = 20_000;

/**
 * Closes a merchant: it makes no payouts from now on, those that are open are cancelled or waited for, and once nothing is open it is
 * stopped for good. What is signed may be paid until its deadline, so that it counts as open. The worker goes on with what was asked for
 * last. Asking again goes on at once.
 * Refuses: forbidden, not_found, step-up.
 */
export async function closeMerchant(ctx: Context, merchantId: string, body: CloseBody): Promise<ClosingAnswer> {
  requireOperator(ctx, 'merchants:write');
  requireOperatorStepUp(ctx);
  await begin(ctx, merchantId, body);
  if (body.open === 'cancel') await cancelOpen(ctx, merchantId, Date.now() + cancellingMs);
  return finish(ctx, merchantId);
}

async function begin(ctx: Context, merchantId: string, { open, reason: words }: CloseBody): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    // First, as what makes a payout holds the stops before it refers to the merchant. It has made it by then; what comes later is refused.
    await lockStops(tx);
    await beginClosing(tx, merchantId, { now, cancels: open === 'cancel' });
    const line = { action: 'merchant.closing', subjectId: merchantId, detail: { open }, now };
    await auditOperator(tx, ctx, { ...line, detail: { open, words } });
    await audit(tx, ctx, { merchantId, ...line });
  });
}

/** One that cannot be taken back, as it is being paid, is waited for. `until`: in milliseconds; false where time ran out before the end. */
async function cancelOpen(ctx: Context, merchantId: string, until: number): Promise<boolean> {
  let after = '';
  do {
    const keys = await selectCancellable(ctx.db, merchantId, after, readAtOnce);
    for (const key of keys) {
      await cancelFor(ctx, key, reason('merchant_closed')).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
      });
    }
    after = keys.length === readAtOnce ? (keys.at(-1)?.id ?? '') : '';
  } while (after !== '' && Date.now() < until);
  return after === '';
}

async function finish(ctx: Context, merchantId: string): Promise<ClosingAnswer> {
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    await lockStops(tx);
    const open = await countOpen(tx, merchantId);
    if (open > 0 || !(await endClosing(tx, merchantId, now))) return { state: open > 0 ? 'closing' : 'closed', open };
    await stopForGood(tx, ctx, merchantId);
    await audit(tx, ctx, { merchantId, action: 'merchant.closed', subjectId: merchantId, now });
    await auditOperator(tx, ctx, { action: 'merchant.closed', subjectId: merchantId, now });
    return { state: 'closed', open };
  });
}

/** Takes back what is still open of those that are closed in that way, and closes those of which nothing is open any more. */
export async function closeWaiting(ctx: Context): Promise<boolean> {
  const until = Date.now() + cancellingMs;
  const faults: unknown[] = [];
  let isMore = false;
  for (const { id, cancels } of await selectClosing(ctx.db)) {
    try {
      if (cancels && !(await cancelOpen(ctx, id, until))) isMore = true;
      await finish(ctx, id);
    } catch (error) {
      // One that cannot be closed holds up no other.
      faults.push(error);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, 'Merchants could not be closed');
  return isMore;
}
