import type { RelayReason } from '@/db/vocabulary';
import type { Context } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { type ProblemCode, Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import { refuseObstructed, refuseRehearsed, refuseUnsigned, unpark } from '@/lib/obstacles/park';
import { findMaxGasPrice } from '@/lib/payouts/fees/store';
import { lockPayout } from '@/lib/payouts/locked-store';
import { refuseClosed } from '@/lib/payouts/refuse-closed';
import { readNamed } from '@/lib/payouts/vouchers/named-by-key';
import { recordVoucher } from '@/lib/payouts/vouchers/record-voucher';
import { claimFacts } from '@/lib/rails/contract/facts';
import { contractRail } from '@/lib/rails/contract/rail';
import type { Call } from '@/lib/rails/rail';
import { type Queued, updateRelayed } from '@/lib/relay/claims/store';
import { whyNotOffered } from '@/lib/relay/offered';
import { signerOf } from '@/lib/vaults/signing/signer-of';

/** So many refusals by the network, and nothing is tried for an hour. */
const maxRefusals = 5;
const restSeconds = 3_600;
/** A merchant's signer that declines is asked again after a minute, then after twice as long each time, up to an hour. */
const maxDeclines = 10;
const declinedSeconds = (before: number) => Math.min(60 * 2 ** before, 3_600);
/** What a vault can pay may be known for so long, in milliseconds: each claim is tried by itself, too. */
const lookedAtMs = 1_000;

/** `alone`: the contract takes it in no batch. */
export type PreparedClaim = Queued & { call: Call; deadline: Date; alone: boolean };

/**
 * Signs one queued claim and tries it by itself. Null where it cannot be sent now: it then says why, and waits or ends.
 * Refuses: chain_unavailable.
 */
export async function prepareClaim(ctx: Context, queued: Queued): Promise<PreparedClaim | null> {
  try {
    return await signAndTry(ctx, queued);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'chain_unavailable') throw error;
    if (!(error instanceof Refusal)) tellFault(queued, error);
    await putOff(ctx, queued, error instanceof Refusal ? outcomeOf(error.code, queued) : faulty);
    return null;
  }
}

/** What fails by a fault of ours, such as a key that does not open, holds up no other claim. */
const faulty = { because: 'not_payable', waitSeconds: 60 } as const;

function tellFault({ payout }: Queued, error: unknown): void {
  log.error({ payout: payout.id, err: error }, 'a claim that the portal sends cannot be prepared');
}

async function signAndTry(ctx: Context, queued: Queued): Promise<PreparedClaim> {
  const { claim, payout: known, vault } = queued;
  const { recipient, linkHash } = claim;
  refuseClosed(known, ctx.clock.now());
  await refuseTooDear(ctx, known);
  await refuseObstructed(ctx, { payout: known, vault }, null, lookedAtMs);
  const { payout, deadline } = await recordVoucher(ctx, known, { linkHash, brought: null }, recipient);
  const named = await readNamed({ payout, vault }, recipient, claim.keySignature);
  const facts = claimFacts(payout, vault);
  const signer = signerOf(ctx, { payout, vault });
  const signed = named
    ? await contractRail.claims.signForKey(facts, named, deadline, signer)
    : await contractRail.claims.sign(facts, recipient, deadline, signer);
  if (!signed.ok) return refuseUnsigned(ctx, { payout, vault }, signed);
  const { call } = signed;
  const tried = await contractRail.claims.tryOut(payout.chain, call);
  if (!tried.ok && tried.because === 'used') throw new Refusal('transfer_in_progress');
  if (!tried.ok) return refuseRehearsed(ctx, { payout, vault }, recipient, tried.word);
  await unpark(ctx, payout);
  return { ...queued, call, deadline, alone: named !== null };
}

/** Its fee has a ceiling, and sending it costs more than that now. */
async function refuseTooDear(ctx: Context, payout: Queued['payout']): Promise<void> {
  const maxGasPrice = await findMaxGasPrice(ctx.db, payout);
  if (maxGasPrice === null) return;
  const why = await whyNotOffered(ctx.db, payout.chain, maxGasPrice);
  if (why === 'gas_too_dear') throw new Refusal('relay_unavailable', { extra: { reason: why } });
}

type Outcome = { because: RelayReason; ends?: boolean; waitSeconds?: number; counts?: boolean };

const ended = (because: RelayReason): Outcome => ({ because, ends: true });

/** What a refusal means for a claim that waits: most pass, some end it. */
const outcomes: Partial<Record<ProblemCode, Outcome>> = {
  link_unknown: ended('link_replaced'),
  link_cancelled: ended('closed'),
  link_expired: ended('closed'),
  payout_state: ended('closed'),
  already_paid: ended('claimed_otherwise'),
  approval_changed: ended('approval_changed'),
  proof_required: ended('closed'),
  key_signature_needed: ended('key_of_link'),
  // Its id is used, or another claim of it is on its way: what that was, the watcher reads.
  transfer_in_progress: { because: 'claimed_otherwise', waitSeconds: 5 },
  // The price of gas is looked at every few seconds.
  relay_unavailable: { because: 'gas_too_dear', waitSeconds: 15 },
  recipient_blocked: { because: 'recipient_refused', counts: true, waitSeconds: 10 },
  claim_would_fail: { because: 'not_payable', counts: true, waitSeconds: 10 },
  // Left out by the queue from now on, until the stop is lifted.
  stopped: { because: 'not_payable', waitSeconds: 5 },
  // An owner decides; what nobody could tell is asked again then.
  screening_held: { because: 'not_payable', waitSeconds: 60 },
  signer_unreachable: { because: 'not_payable', waitSeconds: 30 },
  rate_limited: { because: 'link_budget', waitSeconds: 600 },
};

function outcomeOf(code: ProblemCode, { claim }: Queued): Outcome {
  if (code === 'signer_declined') return declined(claim.refusals);
  const outcome = outcomes[code] ?? { because: 'not_payable', waitSeconds: 10 };
  const isLast = outcome.counts && claim.refusals + 1 >= maxRefusals;
  return isLast ? { because: 'tried_too_often', ends: true, counts: true, waitSeconds: restSeconds } : outcome;
}

/** Its merchant was told with the first of them, by the payout's obstacle and an event. */
function declined(before: number): Outcome {
  if (before + 1 < maxDeclines) return { because: 'not_payable', counts: true, waitSeconds: declinedSeconds(before) };
  return { because: 'failed_often', ends: true, counts: true, waitSeconds: restSeconds };
}

/** Has a claim wait, or ends it, and says why. */
export async function putOff(ctx: Context, { claim, payout: key }: Queued, outcome: Outcome): Promise<void> {
  const { because, ends = false, waitSeconds = 0, counts = false } = outcome;
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const payout = await lockPayout(tx, key);
    const set = {
      ...{ because, notBefore: addSeconds(now, waitSeconds), refusals: claim.refusals + (counts ? 1 : 0) },
      ...(ends && { status: 'ended' as const }),
    };
    await updateRelayed(tx, payout, claim, set, now);
  });
}
