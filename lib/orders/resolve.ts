import type { Context } from '@/lib/access/actor';
import { Refusal } from '@/lib/kernel/errors';
import { formatAmount, parseAmount } from '@/lib/kernel/money';
import { withoutReasons } from './core/run-clock';
import { sendOnce } from './release';
import type { ResolveOrderBody, SentOrderAnswer } from './schema';
import { type Sent, sendPart } from './send-part';

/**
 * Ends a dispute: what the seller gets and what goes back to the buyer are together all that is held. Its payouts wait
 * for approvals by their amount, as all payouts do. Refuses: not_found, order_state, order_short, amount_*, step-up.
 */
export async function resolveOrder(ctx: Context, id: string, body: ResolveOrderBody): Promise<SentOrderAnswer> {
  return sendOnce(ctx, id, 'resolve', async (tx, order) => {
    const { decimals, held, symbol } = order;
    const release = parseAmount(body.release, decimals, 'release');
    const refund = parseAmount(body.refund, decimals, 'refund');
    if (release + refund !== held) {
      const detail = `The order holds ${formatAmount(held, decimals)} ${symbol}: both parts together must be that.`;
      throw new Refusal('order_short', { detail });
    }
    const over = {
      disputedAt: null,
      disputedWords: null,
      disputeDeadlineAt: null,
      disputeAlarmedAt: null,
      heldSince: null,
      heldWords: null,
    };
    const frozenFor = withoutReasons(order.frozenFor, 'disputed', 'on_hold');
    const set = { ...over, frozenFor, resolvedAt: ctx.clock.now() };
    const parts = [
      { side: 'release' as const, amount: release },
      { side: 'refund' as const, amount: refund },
    ].filter(({ amount }) => amount > 0n);
    const sent: Sent = { order, parts: [] };
    for (const part of parts) {
      const next = await sendPart(tx, ctx, sent.order, { ...part, set });
      Object.assign(sent, { order: next.order, parts: [...sent.parts, ...next.parts] });
    }
    return sent;
  });
}
