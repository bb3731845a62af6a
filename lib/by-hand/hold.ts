import type { Context } from '@/lib/access/actor';
import { requirePayer } from '@/lib/access/require-payer';
import { freeUnasked } from '@/lib/by-hand/sightings/free-unasked';
import type { GiveUpBody, HoldAnswer, HoldBody } from '@/lib/by-hand/sightings/schema';
import {
  dropHolds,
  type Hold,
  type Signing,
  selectHolds,
  selectPayoutsById,
  takeHold,
} from '@/lib/by-hand/sightings/store';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { lockPayouts } from '@/lib/payouts/locked-store';
import type { Payout } from '@/lib/payouts/store';
import { isByHand } from '@/lib/rails/traits';

/** How long a payout waits for the person who is about to pay it. */
export const holdSeconds = 600;

/**
 * Takes payouts for one person in one tab, all or none, for ten minutes; their holder may take them again.
 * Refuses: not_found, payout_state, payment_held (with `held_by` and `held_until`).
 */
export async function holdPayouts(ctx: Context, body: HoldBody): Promise<HoldAnswer> {
  const { merchantId, userId } = requirePayer(ctx);
  const now = ctx.clock.now();
  const until = addSeconds(now, holdSeconds);
  const payouts = await findAll(ctx, merchantId, body.payout_ids);
  for (const payout of payouts) refuseUnpayable(payout, now);
  await ctx.db.transaction(async (tx) => {
    for (const { id: payoutId } of payouts) {
      const wanted = { payoutId, merchantId, userId, tab: body.tab, until, createdAt: now };
      if (await takeHold(tx, wanted)) continue;
      const [holder] = await selectHolds(tx, merchantId, [payoutId]);
      throw holder ? heldBy(holder, userId) : new Refusal('payment_held', { detail: 'Another person was quicker.' });
    }
  });
  return { held_until: until.toISOString() };
}

/**
 * Lets payouts go that this person holds, and with them what was prepared there and never handed to a wallet; what others
 * hold stays theirs.
 */
export async function giveUpPayouts(ctx: Context, body: GiveUpBody): Promise<{ given_up: string[] }> {
  const { merchantId, userId } = requirePayer(ctx);
  const isTheirs = (signing: Signing) =>
    signing.userId === userId && (body.tab === undefined || signing.tab === body.tab);
  return ctx.db.transaction(async (tx) => {
    for (const payout of await lockPayouts(tx, merchantId, body.payout_ids)) {
      await freeUnasked(tx, ctx, payout, isTheirs);
    }
    return { given_up: await dropHolds(tx, { merchantId, userId, tab: body.tab }, body.payout_ids) };
  });
}

/** Before a payment is prepared: every payout is held by this person in this tab, now. Refuses: payment_held, hold_lost. */
export function requireHolds(holds: Hold[], payoutIds: string[], holder: { userId: string; tab: string }, now: Date) {
  const live = new Map(holds.filter((hold) => hold.until > now).map((hold) => [hold.payoutId, hold]));
  for (const payoutId of payoutIds) {
    const hold = live.get(payoutId);
    if (!hold)
      throw new Refusal('hold_lost', { detail: `Nobody holds ${payoutId} now.`, extra: { payout_id: payoutId } });
    if (hold.userId !== holder.userId || hold.tab !== holder.tab) throw heldBy(hold, holder.userId);
  }
}

function heldBy(hold: Hold, userId: string): Refusal {
  const until = hold.until.toISOString();
  const who = hold.userId === userId ? 'You are paying this in another tab' : 'Another member is paying this';
  const extra = { payout_id: hold.payoutId, held_by: hold.userId, held_until: until };
  return new Refusal('payment_held', { detail: `${who}, until ${until}.`, extra });
}

/** All of these payouts of one merchant, in the order of their ids. Refuses: not_found. */
export async function findAll(ctx: Context, merchantId: string, ids: string[]): Promise<Payout[]> {
  const wanted = [...new Set(ids)].sort();
  const found = await selectPayoutsById(ctx.db, merchantId, wanted);
  const missing = wanted.find((id) => !found.some((payout) => payout.id === id));
  if (missing) throw new Refusal('not_found', { detail: `There is no payout ${missing}.` });
  return found;
}

/** Refuses: payout_state or transfer_in_progress, with the payout that is in the way. */
export function refuseUnpayable(payout: Payout, now: Date): void {
  const reason = reasonAgainst(payout, now);
  if (!reason) return;
  const code = payout.status === 'processing' ? 'transfer_in_progress' : 'payout_state';
  throw new Refusal(code, { detail: `${payout.id} ${reason}.`, extra: { payout_id: payout.id } });
}

function reasonAgainst(payout: Payout, now: Date): string | null {
  if (!isByHand(payout.rail)) return 'is claimed by its recipient';
  if (payout.status === 'processing') return 'is being paid';
  if (payout.status !== 'pending') return `is ${payout.status}`;
  if (payout.cancelRequestedAt) return 'is being cancelled';
  return payout.expiresAt <= now ? 'has expired' : null;
}
