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
/** So long one request takes payouts back; the answer says how many are open, and asking again goes on. */
const cancellingMs = 20_000;

/**
 * Closes a merchant: it makes no payouts from now on, those that are open are cancelled or waited for, and once nothing is open it is
 * stopped for good. What is signed may be paid until its deadline, so that it counts as open. Asking again goes on.
 * Refuses: forbidden, not_found, step-up.
 */
export async function closeMerchant(ctx: Context, merchantId: string, body: CloseBody): Promise<ClosingAnswer> {
  requireOperator(ctx, 'merchants:write');
  requireOperatorStepUp(ctx);
  await begin(ctx, merchantId, body);
  if (body.open === 'cancel') await cancelOpen(ctx, merchantId);
  return finish(ctx, merchantId);
}

async function begin(ctx: Context, merchantId: string, { open, reason: words }: CloseBody): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    // First, as what makes a payout holds the stops before it refers to the merchant. It has made it by then; what comes later is refused.
    await lockStops(tx);
    await beginClosing(tx, merchantId, now);
    const line = { action: 'merchant.closing', subjectId: merchantId, detail: { open }, now };
    await auditOperator(tx, ctx, { ...line, detail: { open, words } });
    await audit(tx, ctx, { merchantId, ...line });
  });
}

/** One that cannot be taken back, as it is being paid, is waited for. */
async function cancelOpen(ctx: Context, merchantId: string): Promise<void> {
  const until = Date.now() + cancellingMs;
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

/** Closes those of which nothing is open any more. */
export async function closeWaiting(ctx: Context): Promise<boolean> {
  for (const merchantId of await selectClosing(ctx.db)) await finish(ctx, merchantId);
  return false;
}
