import { type Context, requirePermission } from '@/lib/access/actor';
import { chainOf } from '@/lib/chains/registry';
import { Refusal } from '@/lib/kernel/errors';
import { dayOf } from '@/lib/reconcile/core/day';
import { selectChains } from '@/lib/reconcile/core/known-store';
import type { StartAnswer, StartBody } from '@/lib/reconcile/core/schema';
import { presentReconciliation } from '@/lib/reconcile/review/present';
import { openReconciliation } from './open';

/**
 * Asks for the books to be closed: today as far as it is final, or an earlier day again. A worker does it; a second request
 * while that is under way sees the same one. Refuses: invalid_request.
 */
export async function startReconciliation(ctx: Context, body: StartBody): Promise<StartAnswer> {
  const { merchantId } = requirePermission(ctx, 'reconcile:write');
  const today = dayOf(ctx.clock.now());
  const day = body.day ?? today;
  if (day > today) throw new Refusal('invalid_request', { field: 'day', detail: 'This day has not come yet.' });
  const chains = await selectChains(ctx.db, merchantId);
  const wanted = body.chain ? chains.filter((chain) => chain === body.chain) : chains;
  if (body.chain && wanted.length === 0) {
    const detail = `You have nothing set up on ${chainOf(body.chain).name}.`;
    throw new Refusal('invalid_request', { field: 'chain', detail });
  }
  const opened = await Promise.all(wanted.map((chain) => openReconciliation(ctx, { merchantId, chain, day })));
  return { data: opened.map(presentReconciliation) };
}
