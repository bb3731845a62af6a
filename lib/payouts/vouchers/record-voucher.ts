import type { Tx } from '@/db/client';
import { allOrEach, together } from '@/db/together';
import type { ScreeningStage } from '@/db/vocabulary/screening';
import type { Context } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireAttested } from '@/lib/attestations/of-payout';
import { addSeconds } from '@/lib/kernel/clock';
import { env } from '@/lib/kernel/env';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { requireApproved } from '@/lib/payouts/approvals/approve';
import { insertVoucher, isLiveLink, type LockedPayout, lockAll, lockPayout } from '@/lib/payouts/locked-store';
import { refuseClosed } from '@/lib/payouts/refuse-closed';
import { type Passed, requireScreened, screenEach, screenPayout } from '@/lib/payouts/screening/screen';
import type { Payout } from '@/lib/payouts/store';
import { countVouchers, findSignedUntil } from '@/lib/payouts/transfer-store';
import { type BroughtProof, requireProof } from '@/lib/proofs/require-proof';
import { refuseStopped } from '@/lib/stops/refuse-stopped';
import { isBurnt } from './burnt-store';

/** The page offers nothing that lapses in its last 20 seconds. */
const leastSeconds = 25;
/** Wallets that one link may be tried with in a day, and again once their time is half over. */
const signedPerDay = 100;

/** What asks: its link, null where there is none, and what it brings; null for what was brought when it was queued. */
export type Asking = { linkHash: string | null; brought: BroughtProof | null };

/**
 * Whether anything may be signed for this payout, asked for by this link.
 * Refuses: link_*, payout_state, quote_lapsed, approval_changed, proof_required.
 */
export async function requireClaimable(
  tx: Tx,
  payout: LockedPayout,
  { linkHash, brought }: Asking,
  now: Date,
): Promise<void> {
  if (linkHash !== null && !(await isLiveLink(tx, payout, linkHash))) throw new Refusal('link_unknown');
  refuseClosed(payout, now);
  refuseLapsed(payout, now);
  if (await isBurnt(tx, payout)) throw new Refusal('link_cancelled');
  await requireApproved(tx, payout);
  await requireAttested(tx, payout);
  if (brought) await requireProof(tx, payout, brought, now);
}

/** Its claimant first takes a new quote. What was signed or asked for before that keeps its amounts. */
function refuseLapsed({ quotedUntil }: Payout, now: Date): void {
  if (!quotedUntil || quotedUntil > now) return;
  throw new Refusal('quote_lapsed', { detail: `Its amount was good until ${quotedUntil.toISOString()}.` });
}

/** It is signed, or sent, as it was looked at: not for what another reader of the link took meanwhile. */
export function refuseChanged(known: Payout, { quoteId }: Payout): void {
  if (known.quoteId === quoteId) return;
  throw new Refusal('quote_lapsed', { detail: 'Another quote of this payout was accepted meanwhile.' });
}

/**
 * Asks who speaks against the address that a claim names, once who claims has shown what they must: a listing keeps the whole payout,
 * so that nobody else may cause one. Refuses: proof_required, screening_held, rate_limited.
 */
export async function screenClaim(
  ctx: Context,
  known: Payout,
  { brought }: Asking,
  to: { address: string; stage: ScreeningStage },
): Promise<Passed> {
  if (brought && known.recipientType === 'email') {
    await ctx.db.transaction(async (tx) => requireProof(tx, await lockPayout(tx, known), brought, ctx.clock.now()));
  }
  return screenPayout(ctx, known, to.address, to.stage);
}

/**
 * Before anything signed leaves the house its recipient is screened, and it is known to have left. Whether the payout may be
 * claimed is decided here, under the lock that a cancellation, a new link, an approval and a screening take, too.
 * Refuses: link_*, payout_state, already_paid, transfer_in_progress, quote_lapsed, approval_changed, stopped, screening_held, rate_limited.
 */
export async function recordVoucher(ctx: Context, known: Payout, asking: Asking, recipient: string): Promise<Recorded> {
  const passed = await screenClaim(ctx, known, asking, { address: recipient, stage: 'signing' });
  return ctx.db.transaction(async (tx) =>
    recordLocked(tx, ctx, await lockPayout(tx, known), { known, asking, recipient, passed }),
  );
}

export type Recorded = { payout: LockedPayout; deadline: Date };

/** What was screened for a payout as it was known then. */
type Recording = { known: Payout; asking: Asking; recipient: string; passed: Passed };

/** It refuses before it writes anything. */
async function recordLocked(
  tx: Tx,
  ctx: Context,
  payout: LockedPayout,
  { known, asking, recipient, passed }: Recording,
): Promise<Recorded> {
  const now = ctx.clock.now();
  await requireClaimable(tx, payout, asking, now);
  refuseChanged(known, payout);
  await refuseStopped(tx, payout);
  await requireScreened(tx, payout, passed, { address: recipient, now });
  const deadline = deadlineOf(payout, now);
  const standing = await findSignedUntil(tx, payout, recipient);
  if (standing && standsLong(standing, deadline, now)) return { payout, deadline: standing };
  await refuseTooMany(tx, payout, now);
  await insertVoucher(tx, payout, { id: newId('voucher', now.getTime()), recipient, deadline, createdAt: now });
  const { merchantId, id: subjectId } = payout;
  await audit(tx, ctx, { merchantId, action: 'payout.signed', subjectId, detail: { recipient, deadline }, now });
  return { payout, deadline };
}

/** A claim that was asked for, and queued, before: its payout, by which link, and whom it is paid to. */
export type QueuedVoucher = { payout: Payout; linkHash: string | null; recipient: string };

/** The same for queued claims at once, each with an outcome of its own: a refusal of one keeps no other from being signed. */
export async function recordQueued(
  ctx: Context,
  queued: readonly QueuedVoucher[],
): Promise<PromiseSettledResult<Recorded>[]> {
  const wanted = queued.map(({ payout, recipient }) => ({ payout, address: recipient }));
  const screened = await screenEach(ctx, wanted, 'signing');
  const recorded = new Map<string, PromiseSettledResult<Recorded>>();
  const passing = queued.flatMap((one, index) => {
    const outcome = screened[index];
    return outcome?.status === 'fulfilled' ? [{ ...one, passed: outcome.value }] : [];
  });
  const record = (some: readonly (typeof passing)[number][]) =>
    ctx.db.transaction(async (tx) => {
      await together(await lockAll(tx, some), async ({ one, payout }) => {
        const { payout: known, linkHash, recipient, passed } = one;
        const asking = { linkHash, brought: null };
        const outcome = await outcomeOf(recordLocked(tx, ctx, payout, { known, asking, recipient, passed }));
        recorded.set(payout.id, outcome);
      });
    });
  await allOrEach(passing, (some) =>
    record(some).catch((reason: unknown) => {
      const [one, ...others] = some;
      if (!one || others.length > 0) throw reason;
      recorded.set(one.payout.id, { status: 'rejected', reason });
    }),
  );
  const lost = { status: 'rejected' as const, reason: new Error('A payout of a queued claim is not there') };
  return queued.map(({ payout: { id } }, index) => {
    const before = screened[index];
    return before?.status === 'rejected' ? before : (recorded.get(id) ?? lost);
  });
}

/** A refusal is an outcome; anything else ends the transaction. */
async function outcomeOf<T>(work: Promise<T>): Promise<PromiseSettledResult<T>> {
  try {
    return { status: 'fulfilled', value: await work };
  } catch (reason) {
    if (reason instanceof Refusal) return { status: 'rejected', reason };
    throw reason;
  }
}

/** For as long as the link: what its key signs must be the same at each asking, and the portal could not name another. */
export function keyDeadline({ expiresAt }: Pick<Payout, 'expiresAt'>): Date {
  return new Date(Math.floor(expiresAt.getTime() / 1000) * 1000);
}

/** Minutes from now, in whole seconds as the chain counts, and never past the link's own end. */
function deadlineOf(payout: Payout, now: Date): Date {
  if (payout.recipientKey) return keyDeadline(payout);
  const latest = Math.min(addSeconds(now, env.VOUCHER_TTL_SECONDS).getTime(), payout.expiresAt.getTime());
  return new Date(Math.floor(latest / 1000) * 1000);
}

/** Half of its time is left, or nothing longer can be had: then asking again gives the same call, and leaves no trace more. */
function standsLong(standing: Date, deadline: Date, now: Date): boolean {
  const enough = Math.max(env.VOUCHER_TTL_SECONDS / 2, leastSeconds);
  return standing >= deadline || standing >= addSeconds(now, enough);
}

/** Whom a payout is for is one, or anybody with the link: who could take it, so keeping them waiting costs them nothing. */
async function refuseTooMany(tx: Tx, payout: LockedPayout, now: Date): Promise<void> {
  if (payout.recipientAddress || (await countVouchers(tx, payout, addSeconds(now, -86_400))) < signedPerDay) return;
  const detail = `This link was used to ask for ${signedPerDay} payouts within a day. Use the wallet that you asked with, or wait until tomorrow.`;
  throw new Refusal('rate_limited', { detail, retryAfterSeconds: 3_600 });
}
