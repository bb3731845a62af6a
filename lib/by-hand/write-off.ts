import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requirePayer } from '@/lib/access/require-payer';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { actOn } from '@/lib/by-hand/sightings/act-on';
import { type Ending, endPayment } from '@/lib/by-hand/sightings/end';
import type { Resolution } from '@/lib/by-hand/sightings/facts';
import { findMissed } from '@/lib/by-hand/sightings/find-missed';
import { gatherFacts } from '@/lib/by-hand/sightings/gather';
import { resolve } from '@/lib/by-hand/sightings/resolve';
import type { PaymentState, WriteOffBody } from '@/lib/by-hand/sightings/schema';
import { findSigning, type OpenPayment } from '@/lib/by-hand/sightings/store';
import { requireKnownHistory } from '@/lib/cursors/find-ancestor';
import { type Cursor, findCursor } from '@/lib/cursors/store';
import { Refusal } from '@/lib/kernel/errors';
import { findPayout } from '@/lib/payouts/store';
import { findLiveTransfer, lockUnchanged, type Transfer, updateTransfer } from '@/lib/payouts/transfer-store';
import { isByHand } from '@/lib/rails/traits';
import { type HandSighting, lookAtHash } from '@/lib/rails/wallet/look';
import { type Reason, reason } from '@/lib/wire/reason';
import { wordsOf } from '@/lib/wire/reason-words';
import { stateOf } from './report';

/** What final blocks say: that it can never be paid any more, or why nobody can tell. */
type Grounds = { proved: Ending } | { unproven: Reason };

/**
 * Ends a payment by hand whose outcome is open or in doubt, so that its payout can be paid again: where final blocks prove
 * that it cannot be paid any more, or else at the risk of an owner who says why. What the chain or the network shows is
 * never written off. Refuses: not_found, payout_state, transfer_in_progress, outcome_unproven, forbidden, chain_unavailable,
 * step-up.
 */
export async function writeOffPayment(ctx: Context, body: WriteOffBody): Promise<PaymentState> {
  const { merchantId } = requirePayer(ctx);
  requireStepUp(ctx);
  const payment = await findPayment(ctx, merchantId, body.payout_id);
  const { transfer, payout } = payment;
  const cursor = await findCursor(ctx.db, transfer.chain);
  if (!cursor) throw new Refusal('chain_unavailable', { detail: 'Nobody has read this network yet.' });
  const grounds = await groundsFor(ctx, payment, cursor);
  const ending = 'proved' in grounds ? grounds.proved : atOwnRisk(ctx, grounds.unproven, body, cursor);
  const now = ctx.clock.now();
  const ended = await ctx.db.transaction(async (tx) => {
    // A report or a sighting that came meanwhile counts more than a write-off.
    const same = await lockUnchanged(tx, transfer);
    if (!same || !(await endPayment(tx, ctx, same.payout, same.transfer, ending, [transfer.status]))) throw changed();
    // Without proof it is looked for from now on, like one that no node has shown yet.
    const set = ending.unprovenAtBlock === undefined ? {} : { seenAt: null, logIndex: null };
    const after = await updateTransfer(tx, same.transfer, [ending.status], set, now);
    const detail = { transfer: transfer.id, hash: transfer.hash, proposal: transfer.proposal, because: ending.reason };
    await audit(tx, ctx, {
      ...{ merchantId, action: 'payment.written_off', subjectId: payout.id, now },
      before: { status: transfer.status },
      after: { status: ending.status, proved: 'proved' in grounds },
      detail: 'proved' in grounds ? detail : { ...detail, unproven: grounds.unproven },
    });
    return after;
  });
  return stateOf(ended ? [ended] : []);
}

async function findPayment(ctx: Context, merchantId: string, payoutId: string): Promise<OpenPayment> {
  const payout = await findPayout(ctx.db, merchantId, payoutId);
  if (!payout) throw new Refusal('not_found', { detail: `There is no payout ${payoutId}.` });
  if (!isByHand(payout.rail)) {
    throw new Refusal('payout_state', { detail: 'Its recipient claims it: there is no payment by hand to write off.' });
  }
  const transfer = await findLiveTransfer(ctx.db, payout);
  if (!transfer) throw new Refusal('payout_state', { detail: `Nothing is open about ${payoutId}.` });
  if (transfer.status === 'confirming') throw shown();
  const signing = transfer.signingId ? await findSigning(ctx.db, merchantId, transfer.signingId) : null;
  return { transfer, payout, signing };
}

/** Refuses what the chain shows as paid (and books it), and what the network has at hand. */
async function groundsFor(ctx: Context, payment: OpenPayment, cursor: Cursor): Promise<Grounds> {
  const { transfer } = payment;
  await requireKnownHistory(ctx.db, transfer.chain);
  if (await findMissed(ctx, payment, cursor.finalNumber)) throw shown();
  const seen: HandSighting = transfer.hash ? await lookAtHash(transfer.chain, transfer.hash) : { state: 'missing' };
  const facts = await gatherFacts(ctx, payment, seen, cursor);
  if (seen.state === 'mined' && !facts.block?.isFinal) {
    throw new Refusal('transfer_in_progress', { detail: 'It is in a block that is not final yet. Wait for it.' });
  }
  const resolution = resolve(facts);
  if (resolution.is === 'pays') await actOn(ctx, transfer, resolution);
  if (resolution.is !== 'foreign') return groundsOf(transfer, resolution);
  // It says nothing about this payment: what holds then is what would hold without it.
  return groundsOf(transfer, resolve(await gatherFacts(ctx, payment, { state: 'missing' }, cursor)));
}

function groundsOf(transfer: Transfer, resolution: Resolution): Grounds {
  switch (resolution.is) {
    case 'failed':
    case 'gone':
      return { proved: resolution.ending };
    case 'unclear':
      return { unproven: resolution.because };
    case 'unconfirmed':
      return { unproven: reason('unconfirmed_sender') };
    case 'waits': {
      const detail = 'The network has it and may put it into a block at any time. Cancel it in the wallet first.';
      throw new Refusal('transfer_in_progress', { detail });
    }
    case 'unseen':
      return { unproven: whyOpen(transfer) };
    default:
      throw shown();
  }
}

function whyOpen({ proposal, proposalNumber, nonce }: Transfer): Reason {
  if (proposal) {
    return proposalNumber === null
      ? reason('proposal_unnumbered')
      : reason('proposal_open', { number: proposalNumber.toString() });
  }
  return nonce === null ? reason('nonce_unknown') : reason('nonce_open', { nonce });
}

function atOwnRisk(ctx: Context, unproven: Reason, { own_risk: risk }: WriteOffBody, cursor: Cursor): Ending {
  if (!risk)
    throw new Refusal('outcome_unproven', { detail: `${wordsOf(unproven)} Paying it again could pay it twice.` });
  requirePermission(ctx, 'payouts:write_off');
  return {
    status: 'dropped',
    reason: reason('written_off', { words: risk.reason }),
    unprovenAtBlock: cursor.finalNumber,
  };
}

function changed(): Refusal {
  return new Refusal('transfer_in_progress', { detail: 'Something was found about it just now. Look at it again.' });
}

function shown(): Refusal {
  return new Refusal('transfer_in_progress', { detail: 'The chain shows the payment: it is being confirmed.' });
}
