import type { RelayReason } from '@/db/vocabulary/relay';
import type { Context } from '@/lib/access/actor';
import { addSeconds } from '@/lib/kernel/clock';
import { type ProblemCode, Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import { refuseObstructed, refuseRehearsed, refuseUnsigned, unpark } from '@/lib/obstacles/park';
import { selectMaxGasPrices } from '@/lib/payouts/fees/store';
import { lockPayout } from '@/lib/payouts/locked-store';
import { refuseClosed } from '@/lib/payouts/refuse-closed';
import { readNamed } from '@/lib/payouts/vouchers/named-by-key';
import { type Recorded, recordQueued } from '@/lib/payouts/vouchers/record-voucher';
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
/** A claim that the node gives no answer to. */
type Unheard = { one: Queued; error: unknown };

/**
 * Signs queued claims and tries each by itself. What cannot be sent now says why, and waits or ends; of what the node says
 * nothing to, the caller decides.
 */
export async function prepareClaims(
  ctx: Context,
  queued: readonly Queued[],
): Promise<{ ready: PreparedClaim[]; unheard: Unheard[] }> {
  const unheard: Unheard[] = [];
  const good = async <T>(ones: readonly { queued: Queued }[], outcomes: readonly PromiseSettledResult<T>[]) => {
    const passed: T[] = [];
    for (const [index, outcome] of outcomes.entries()) {
      const one = ones[index]?.queued;
      if (outcome.status === 'fulfilled') passed.push(outcome.value);
      else if (one && !isSilence(outcome.reason)) await refuse(ctx, one, outcome.reason);
      else if (one) unheard.push({ one, error: outcome.reason });
    }
    return passed;
  };
  const ceilings = await selectMaxGasPrices(
    ctx.db,
    queued.map(({ payout }) => payout),
  );
  const given = queued.map((one) => ({ queued: one }));
  const looked = given.map(({ queued: one }) => lookAt(ctx, one, ceilings.get(one.payout.id) ?? null));
  const open = await good(given, await Promise.allSettled(looked));
  const wanted = open.map(({ queued: { payout, claim } }) => ({ ...claim, payout }));
  const outcomes = await recordQueued(ctx, wanted);
  const recorded = await good(
    open,
    outcomes.map((outcome, index) => withQueued(outcome, open[index])),
  );
  const ready = await good(recorded, await Promise.allSettled(recorded.map((one) => signAndTry(ctx, one))));
  return { ready, unheard };
}

type Written = Recorded & { queued: Queued };

function withQueued(
  outcome: PromiseSettledResult<Recorded>,
  one: { queued: Queued } | undefined,
): PromiseSettledResult<Written> {
  if (outcome.status === 'rejected') return outcome;
  if (!one) return { status: 'rejected', reason: new Error('There are more outcomes than claims') };
  return { status: 'fulfilled', value: { ...outcome.value, queued: one.queued } };
}

const isSilence = (error: unknown) => error instanceof Refusal && error.code === 'chain_unavailable';

/** What fails by a fault of ours, such as a key that does not open, holds up no other claim. */
const faulty = { because: 'not_payable', waitSeconds: 60 } as const;

async function refuse(ctx: Context, queued: Queued, error: unknown): Promise<void> {
  if (error instanceof Refusal) return putOff(ctx, queued, outcomeOf(error.code, queued));
  log.error({ payout: queued.payout.id, err: error }, 'a claim that the portal sends cannot be prepared');
  return putOff(ctx, queued, faulty);
}

async function lookAt(ctx: Context, queued: Queued, maxGasPrice: bigint | null): Promise<{ queued: Queued }> {
  const { payout, vault } = queued;
  refuseClosed(payout, ctx.clock.now());
  await refuseTooDear(ctx, payout, maxGasPrice);
  await refuseObstructed(ctx, { payout, vault }, null, lookedAtMs);
  return { queued };
}

async function signAndTry(ctx: Context, { queued, payout, deadline }: Written): Promise<PreparedClaim> {
  const { claim, vault } = queued;
  const { recipient } = claim;
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
async function refuseTooDear(ctx: Context, { chain }: Queued['payout'], maxGasPrice: bigint | null): Promise<void> {
  if (maxGasPrice === null) return;
  const why = await whyNotOffered(ctx.db, chain, maxGasPrice);
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
