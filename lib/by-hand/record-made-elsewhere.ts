import type { Tx } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { actOn } from '@/lib/by-hand/sightings/act-on';
import { keepWord } from '@/lib/by-hand/sightings/assurance-store';
import { endPayment } from '@/lib/by-hand/sightings/end';
import type { Resolution } from '@/lib/by-hand/sightings/facts';
import { gatherNamed } from '@/lib/by-hand/sightings/gather';
import { lookIfPossible, mismatch } from '@/lib/by-hand/sightings/look';
import { resolve } from '@/lib/by-hand/sightings/resolve';
import type { RecordBody } from '@/lib/by-hand/sightings/schema';
import { explainChecksum, readAddress } from '@/lib/chains/address';
import { findCursor, isOnOurChain } from '@/lib/cursors/store';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { lockPayout } from '@/lib/payouts/locked-store';
import { readAndPresent } from '@/lib/payouts/present';
import { findPayout, type Payout } from '@/lib/payouts/store';
import {
  findLatestTransfer,
  insertTransfer,
  readLiveTransfer,
  type Transfer,
  updateTransfer,
} from '@/lib/payouts/transfer-store';
import { isByHand } from '@/lib/rails/traits';
import type { HandSighting } from '@/lib/rails/wallet/look';
import { refuseForeignWallet, selectProven } from '@/lib/wallets/store';
import type { PayoutAnswer } from '@/lib/wire/payout';
import { reason } from '@/lib/wire/reason';
import { outranks } from './report';

/**
 * Takes the hash of a payment that was made elsewhere. What the chain shows is checked now: success, token, recipient,
 * exact amount, a sender that is proved, not used before, not older than the payout; what it does not show yet is awaited.
 * From a wallet that cannot sign it is booked once two members have named it. Refuses: not_found, payout_state,
 * already_paid, address_refused, transfer_in_progress, transfer_mismatch (with `check`), step-up.
 */
export async function recordPayment(ctx: Context, payoutId: string, body: RecordBody): Promise<PayoutAnswer> {
  const { merchantId } = requirePermission(ctx, 'payouts:pay');
  // A person confirms their identity; a key has no way to.
  if (ctx.actor.kind === 'user') requireStepUp(ctx);
  const payout = await findPayout(ctx.db, merchantId, payoutId);
  if (!payout) throw new Refusal('not_found', { detail: `There is no payout ${payoutId}.` });
  const hash = body.hash.toLowerCase();
  if (await isSettledBy(ctx, payout, hash)) return readAndPresent(ctx.db, payout);
  const sender = readSender(ctx, body.sender);
  if (sender) await refuseForeignWallet(ctx.db, payout, sender);
  const known = await selectProven(ctx.db, payout);
  if (sender) known.add(sender);
  const seen = await lookIfPossible(payout.chain, hash);
  const resolution = await refuseUnfit(ctx, payout, known, seen);
  const transfer = await ctx.db.transaction((tx) => keep(tx, ctx, payout, { hash, sender, seen }));
  await attach(ctx, transfer, seen, resolution);
  const current = await findPayout(ctx.db, merchantId, payoutId);
  return readAndPresent(ctx.db, current ?? payout);
}

/** Whether this very hash has done it already, which makes asking again harmless. */
async function isSettledBy(ctx: Context, payout: Payout, hash: string): Promise<boolean> {
  if (!isByHand(payout.rail)) {
    const detail = 'Its recipient claims it. Cancel it before you pay it by hand, or it could be paid twice.';
    throw new Refusal('payout_state', { detail });
  }
  if (payout.status === 'awaiting_approval') {
    throw new Refusal('payout_state', { detail: 'It waits for approval and must not be paid before.' });
  }
  const latest = await findLatestTransfer(ctx.db, payout);
  const settled = latest?.hash === hash && (latest.status === 'confirming' || latest.status === 'confirmed');
  if (payout.status === 'completed' && !settled)
    throw new Refusal('already_paid', { detail: 'Another transfer paid it.' });
  return settled;
}

function readSender(ctx: Context, text: string | undefined): string | null {
  if (text === undefined) return null;
  if (ctx.actor.kind !== 'user') throw new Refusal('forbidden', { detail: 'Only members say whose a wallet is.' });
  const address = readAddress(text);
  if (!address) throw new Refusal('address_refused', { field: 'sender', detail: explainChecksum(text) });
  return address;
}

/** What it means, as far as it is there; refuses as soon as one check is sure to fail. */
async function refuseUnfit(
  ctx: Context,
  payout: Payout,
  wallets: Set<string>,
  seen: HandSighting,
): Promise<Resolution> {
  const [named] = await gatherNamed(ctx, [payout], { wallets }, seen);
  const resolution: Resolution = named ? resolve(named.facts) : { is: 'unseen' };
  const [fault] = resolution.is === 'unfit' ? resolution.faults : [];
  if (fault) throw mismatch(payout, fault);
  return resolution;
}

type NamedHash = { hash: string; sender: string | null; seen: HandSighting };

/** Writes the hash down, on the payment that is open or as one of its own. Refuses: transfer_in_progress, payout_state. */
async function keep(tx: Tx, ctx: Context, key: Payout, named: NamedHash): Promise<Transfer> {
  const payout = await lockPayout(tx, key);
  const now = ctx.clock.now();
  const { merchantId, id: payoutId } = payout;
  const { hash, sender, seen } = named;
  if (ctx.actor.kind === 'user') await keepWord(tx, payout, { hash, sender, userId: ctx.actor.userId, now });
  const detail = { hash, sender };
  await audit(tx, ctx, { merchantId, action: 'payment.recorded', subjectId: payoutId, detail, now });
  if (payout.status === 'completed') {
    const paid = await findLatestTransfer(tx, payout);
    if (paid?.hash === hash) return paid;
    throw new Refusal('already_paid', { detail: 'Another transfer paid it.' });
  }
  const live = await readLiveTransfer(tx, payout);
  if (live) refuseTaken(live, named);
  if (live && (live.signingId || live.hash === hash || live.seenAt)) {
    const set = { status: 'submitted' as const, hash, deniedAtBlock: null, ...factsOf(live, named, now) };
    return (await updateTransfer(tx, live, ['prepared', 'submitted'], set, now)) ?? live;
  }
  // The former hash may still be mined: it is looked after like any payment that was given up.
  if (live) await endPayment(tx, ctx, payout, live, { status: 'dropped', reason: reason('another_hash_named') });
  const id = newId('transfer', now.getTime());
  const row = { id, status: 'submitted' as const };
  const from = sender ?? (seen.state === 'waiting' && seen.planned ? seen.from : null);
  const facts = factsOf({ signingId: null, sender: from }, named, now);
  await insertTransfer(tx, payout, { ...row, hash, sender: from, ...facts, createdAt: now, updatedAt: now });
  const written = await readLiveTransfer(tx, payout);
  if (!written) throw new Refusal('payout_state', { detail: 'The payout changed just now; look at it again.' });
  return written;
}

/** What a named hash is known to be: of a prepared payment, an unreadable one may be another call of the same signing. */
function factsOf({ signingId, sender }: Pick<Transfer, 'signingId' | 'sender'>, { seen }: NamedHash, seenAt: Date) {
  if (seen.state === 'missing') return {};
  const direct = sender === null || seen.from === sender;
  return { nonce: direct && (!signingId || seen.planned !== null) ? seen.nonce : null, seenAt };
}

/** What was prepared from another wallet, or is seen on its way, does not give way to a reported hash. */
function refuseTaken(live: Transfer, { hash, seen }: NamedHash): void {
  if (live.hash === hash) return;
  const open = live.status === 'prepared' || live.status === 'submitted';
  const sameWallet = seen.state === 'missing' || !live.signingId || seen.from === live.sender;
  if (open && sameWallet && !outranks(live, seen)) return;
  const detail = 'Another transfer of this payout is open. Say first that it was not signed, or let it end.';
  throw new Refusal('transfer_in_progress', { detail });
}

/** What stands in a block that we have read is booked in at once; what is newer, by the worker when it reads it. */
async function attach(ctx: Context, transfer: Transfer, seen: HandSighting, resolution: Resolution): Promise<void> {
  if (seen.state !== 'mined' || resolution.is !== 'pays') return;
  const cursor = await findCursor(ctx.db, transfer.chain);
  if (cursor && (await isOnOurChain(ctx.db, transfer.chain, seen, cursor))) await actOn(ctx, transfer, resolution);
}
