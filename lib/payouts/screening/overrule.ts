import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { checksumAddress } from '@/lib/chains/address';
import { Refusal } from '@/lib/kernel/errors';
import { parkLocked } from '@/lib/obstacles/park';
import { lockIfThere } from '@/lib/payouts/locked-store';
import { readAndPresent } from '@/lib/payouts/present';
import { overruleFlags } from '@/lib/screening/flags';
import type { OverruleBody } from '@/lib/screening/schema';
import type { PayoutAnswer } from '@/lib/wire/payout';
import { reason } from '@/lib/wire/reason';

/**
 * An owner goes on with a payout in spite of what a screening raised, and says why. It counts for the addresses and screeners
 * that they looked at; without naming any, for all that were raised until now. Refuses: not_found, payout_state, step-up.
 */
export async function overruleScreening(ctx: Context, id: string, body: OverruleBody): Promise<PayoutAnswer> {
  const actor = requirePermission(ctx, 'payouts:overrule');
  if (actor.kind !== 'user') throw new Refusal('forbidden', { detail: 'Only people go on against a screening.' });
  requireStepUp(ctx);
  const { merchantId, userId } = actor;
  const now = ctx.clock.now();
  return ctx.db.transaction(async (tx) => {
    const payout = await lockIfThere(tx, { merchantId, id });
    if (!payout) throw new Refusal('not_found', { detail: `There is no payout ${id}.` });
    const decision = { userId, words: body.reason, seen: body.seen, now };
    const { addresses, isLeft } = await overruleFlags(tx, payout, decision);
    if (addresses.length === 0)
      throw new Refusal('payout_state', { detail: 'No screening holds this payout any more as you saw it.' });
    const because = reason('screening_overruled', { words: body.reason });
    const detail = { addresses: addresses.map((address) => checksumAddress(address)), because };
    await audit(tx, ctx, { merchantId, action: 'screening.overruled', subjectId: id, detail, now });
    if (isLeft || payout.obstacle !== 'screening') return readAndPresent(tx, payout);
    return readAndPresent(tx, await parkLocked(tx, ctx, payout, null));
  });
}
