import type { Queryable } from '@/db/client';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { checksumAddress } from '@/lib/chains/address';
import { ensureWatched } from '@/lib/cursors/ensure-watched';
import { Refusal } from '@/lib/kernel/errors';
import { hashToken } from '@/lib/kernel/secrets';
import { refuseObstructed } from '@/lib/obstacles/park';
import { lockPayout } from '@/lib/payouts/locked-store';
import { refuseClosed } from '@/lib/payouts/refuse-closed';
import { type Passed, requireScreened } from '@/lib/payouts/screening/screen';
import { findByToken, findPayout, type Payout } from '@/lib/payouts/store';
import { readNamed } from '@/lib/payouts/vouchers/named-by-key';
import { type Asking, refuseChanged, requireClaimable, screenClaim } from '@/lib/payouts/vouchers/record-voucher';
import { enqueueRelay } from '@/lib/relay/claims/enqueue-relay';
import { relayReasonWords } from '@/lib/relay/claims/relay-words';
import { showCost } from '@/lib/relay/claims/show-cost';
import { showRelay, whyRefused } from '@/lib/relay/claims/show-relay';
import { findRelayed } from '@/lib/relay/claims/store';
import { refuseStopped } from '@/lib/stops/refuse-stopped';
import { claimable, readRecipient } from './claim';
import type { SendClaimAnswer, SendClaimBody } from './schema';

/**
 * Has the portal send this link's payout to `address`, and pay the network fee. Asking again for the same address answers
 * how it stands. The link is the right to it; where money can go to one wallet only, nothing more is asked.
 * Refuses: link_*, quote_lapsed, wrong_recipient, proof_required, address_refused, approval_changed, already_paid, transfer_in_progress, chain_unavailable,
 * relay_unavailable, relay_in_progress, screening_held, key_signature_needed, and each cause of `obstacle-words.ts`.
 */
export async function sendClaim(
  ctx: Context,
  token: string,
  body: SendClaimBody,
  browser: string | null = null,
): Promise<SendClaimAnswer> {
  const linkHash = hashToken(token);
  const known = await findByToken(ctx.db, linkHash);
  if (!known) throw new Refusal('link_unknown');
  const found = claimable(known);
  const address = await readRecipient(ctx, found, body);
  if (await isAsked(ctx.db, found.payout, address)) return answer(ctx, found.payout);
  refuseClosed(found.payout, ctx.clock.now());
  const named = await readNamed(found, address, body.key_signature);
  await ensureWatched(ctx, found.payout.chain);
  await refuseUnavailable(ctx.db, found.payout, address, ctx.clock.now());
  await refuseObstructed(ctx, found, address);
  const asking = { linkHash, brought: { proof: body.proof, browser } };
  const passed = await screenClaim(ctx, found.payout, asking, { address, stage: 'asked' });
  await enqueue(ctx, found.payout, asking, { passed, keySignature: named?.signature ?? null });
  return answer(ctx, found.payout);
}

/** Where it may go, and by which signature the key of the link names it; null for a link without one. */
type Destination = { passed: Passed; keySignature: string | null };

/** Decided under the lock that a cancellation, a new link and an approval take, too. */
async function enqueue(ctx: Context, key: Payout, asking: Asking, to: Destination): Promise<void> {
  const { passed, keySignature } = to;
  const { address: recipient } = passed;
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const payout = await lockPayout(tx, key);
    if (await isAsked(tx, payout, recipient)) return;
    await requireClaimable(tx, payout, asking, now);
    refuseChanged(key, payout);
    await refuseStopped(tx, payout);
    await requireScreened(tx, payout, passed, { address: recipient, now });
    await refuseUnavailable(tx, payout, recipient, now);
    await enqueueRelay(tx, payout, { recipient, keySignature, linkHash: asking.linkHash, now });
    const { merchantId, id: subjectId } = payout;
    await audit(tx, ctx, { merchantId, action: 'payout.send_asked', subjectId, detail: { recipient }, now });
  });
}

/** Whether it is being sent to this address, or was paid there. Refuses: relay_in_progress, for another address. */
async function isAsked(db: Queryable, payout: Payout, address: string): Promise<boolean> {
  const last = await findRelayed(db, payout);
  // What was paid and is open again was taken back by the chain.
  const isOver = last?.status === 'ended' || (last?.status === 'paid' && payout.status === 'pending');
  if (!last || isOver) return false;
  if (last.recipient === address) return true;
  if (last.status === 'paid') return false;
  const detail = `The portal is sending it to ${checksumAddress(last.recipient)}. That cannot be changed any more.`;
  throw new Refusal('relay_in_progress', { field: 'address', detail });
}

async function refuseUnavailable(db: Queryable, payout: Payout, address: string, now: Date): Promise<void> {
  const last = await findRelayed(db, payout);
  const reason = await whyRefused(db, { ...payout, recipientAddress: address }, last, true, now);
  if (!reason) return;
  throw new Refusal('relay_unavailable', { detail: relayReasonWords(reason), extra: { reason } });
}

async function answer(ctx: Context, key: Payout): Promise<SendClaimAnswer> {
  const payout = (await findPayout(ctx.db, key.merchantId, key.id)) ?? key;
  const now = ctx.clock.now();
  return {
    status: payout.status,
    relay: await showRelay(ctx.db, payout, payout.status === 'pending', now),
    network_fee: await showCost(ctx.db, payout, now),
  };
}
