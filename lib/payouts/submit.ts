import type { Tx } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { hashToken } from '@/lib/kernel/secrets';
import type { Inspection } from '@/lib/rails/rail';
import { railOf } from '@/lib/rails/registry';
import { paymentFacts } from './payment-facts';
import type { ClaimView, ReportTransferBody } from './schema';
import { replace, startProcessing } from './sightings';
import { findByToken, type Key, lockPayout, type Payout } from './store';
import { findLiveTransfer, insertTransfer, updateTransfer } from './transfer-store';
import { viewClaim } from './view-claim';

/**
 * Takes a hash that somebody says pays this claim, and looks: only what the chain shows moves the payout. An unknown
 * hash is kept as a hint to look again. Refuses: link_unknown, transfer_mismatch.
 */
export async function reportTransfer(ctx: Context, token: string, body: ReportTransferBody): Promise<ClaimView> {
  const found = await findByToken(ctx.db, hashToken(token));
  if (!found) throw new Refusal('link_unknown');
  const { payout, vault } = found;
  const hash = body.hash.toLowerCase();
  if (payout.status !== 'completed') {
    const seen = await look(paymentFacts(payout, vault), payout.rail, hash);
    if (seen.state === 'stranger') {
      throw new Refusal('transfer_mismatch', { field: 'hash', detail: 'This hash moves something else.' });
    }
    await ctx.db.transaction((tx) => keep(tx, ctx, payout, hash, seen));
  }
  return viewClaim(ctx, token);
}

/** A node that does not answer leaves the hash a hint; the worker looks again. */
async function look(facts: ReturnType<typeof paymentFacts>, rail: Payout['rail'], hash: string): Promise<Inspection> {
  try {
    return await railOf(rail).inspect(facts, hash);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'chain_unavailable') return { state: 'missing' };
    throw error;
  }
}

async function keep(tx: Tx, ctx: Context, key: Key, hash: string, seen: Inspection): Promise<void> {
  const payout = await lockPayout(tx, key);
  if (payout.status !== 'pending' && payout.status !== 'processing') return;
  const now = ctx.clock.now();
  const from = 'sender' in seen ? { sender: seen.sender, nonce: seen.nonce, seenAt: now } : {};
  const current = await findLiveTransfer(tx, key);
  if (current?.hash === hash) {
    await updateTransfer(tx, current, ['submitted'], { ...from, seenAt: current.seenAt ?? from.seenAt }, now);
  } else if (!current || mayReplace(current, seen)) {
    if (current) await replace(tx, current, now);
    const { merchantId, id: payoutId, rail, chain } = payout;
    const id = newId('transfer', now.getTime());
    const stamp = { createdAt: now, updatedAt: now };
    await insertTransfer(tx, { id, payoutId, merchantId, rail, chain, hash, status: 'submitted', ...from, ...stamp });
  } else {
    return;
  }
  const moving = seen.state === 'paid' || (seen.state === 'waiting' && seen.ours);
  if (moving) await startProcessing(tx, ctx, payout, 'the claim was sent');
}

/** A hash that no node has shown gives way to a newer one; a seen one only to its own successor under the same nonce. */
function mayReplace(
  current: { status: string; seenAt: Date | null; sender: string | null; nonce: number | null },
  seen: Inspection,
): boolean {
  if (current.status !== 'submitted') return false;
  if (!current.seenAt) return true;
  return 'sender' in seen && seen.sender === current.sender && seen.nonce === current.nonce;
}
