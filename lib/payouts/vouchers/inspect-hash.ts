import type { Tx } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import type { Context } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { newId } from '@/lib/kernel/ids';
import { type LockedPayout, lockPayout } from '@/lib/payouts/locked-store';
import { replace, startProcessing } from '@/lib/payouts/sightings';
import type { Key, Payout, Vault } from '@/lib/payouts/store';
import { countUnseen, insertTransfer, readLiveTransfer, updateTransfer } from '@/lib/payouts/transfer-store';
import { claimFacts } from '@/lib/rails/contract/facts';
import { contractRail } from '@/lib/rails/contract/rail';
import type { Inspection } from '@/lib/rails/rail';
import { reason } from '@/lib/wire/reason';

/** Anybody with the link can name hashes. What no node shows is a hint, of which a payout needs a few a day. */
const hintsPerDay = 50;

/** Reads from the chain whether `hash` is a claim of this payout. Refuses: chain_unavailable. */
export function inspectHash(payout: Payout, vault: Vault | null, hash: string): Promise<Inspection> {
  return contractRail.inspect(claimFacts(payout, vault), vault?.signerAddress ?? '', hash);
}

/** What a call that we sent ourselves is to each of the payouts whose claims are in it. Refuses: chain_unavailable. */
export function inspectOwn(
  chain: ChainKey,
  claims: readonly { payout: Payout; vault: Vault }[],
  hash: string,
): Promise<Inspection[]> {
  const wanted = claims.map(({ payout, vault }) => ({ facts: claimFacts(payout, vault), signer: null }));
  return contractRail.inspectAll(chain, wanted, hash);
}

/** Keeps a hash that may pay a payout, and moves the payout on if the chain shows that it is being paid. */
export async function noteSeenHash(tx: Tx, ctx: Context, key: Key, hash: string, seen: Inspection): Promise<void> {
  if (isOver(seen)) return;
  await noteSeenLocked(tx, ctx, await lockPayout(tx, key), hash, seen);
}

/** It can pay nothing any more, and what was noted of it before is ended elsewhere. */
const isOver = (seen: Inspection) => seen.state === 'waiting' && seen.late;

/** The same under the lock of its payout. */
export async function noteSeenLocked(
  tx: Tx,
  ctx: Context,
  payout: LockedPayout,
  hash: string,
  seen: Inspection,
): Promise<void> {
  if (isOver(seen)) return;
  if (payout.status !== 'pending' && payout.status !== 'processing') return;
  const now = ctx.clock.now();
  const from = 'sender' in seen ? { sender: seen.sender, nonce: seen.nonce, seenAt: now } : {};
  const current = await readLiveTransfer(tx, payout);
  if (current?.hash === hash) {
    await updateTransfer(tx, current, ['submitted'], { ...from, seenAt: current.seenAt ?? from.seenAt }, now);
  } else if (!current || mayReplace(current, seen)) {
    const isHint = seen.state === 'missing';
    if (isHint && (await countUnseen(tx, payout, addSeconds(now, -86_400))) >= hintsPerDay) return;
    if (current) await replace(tx, current, now);
    const id = newId('transfer', now.getTime());
    const stamp = { createdAt: now, updatedAt: now };
    await insertTransfer(tx, payout, { id, hash, status: 'submitted', ...from, ...stamp });
  } else {
    return;
  }
  const moving = seen.state === 'paid' || (seen.state === 'waiting' && seen.ours);
  if (moving) await startProcessing(tx, ctx, payout, reason('claim_sent'));
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
