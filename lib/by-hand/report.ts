import type { Tx } from '@/db/client';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requirePayer } from '@/lib/access/require-payer';
import { endPayment } from '@/lib/by-hand/sightings/end';
import { gatherNamed } from '@/lib/by-hand/sightings/gather';
import { lookIfPossible, mismatch } from '@/lib/by-hand/sightings/look';
import { nonceOf, resolve } from '@/lib/by-hand/sightings/resolve';
import type { DeclineBody, PaymentState, ReportBody } from '@/lib/by-hand/sightings/schema';
import {
  findSigning,
  isNamedElsewhere,
  type LockedSigning,
  lockHash,
  lockSigning,
  type Signing,
  selectPayoutsById,
  selectSigningTransfers,
  updateSigning,
} from '@/lib/by-hand/sightings/store';
import { chainOf } from '@/lib/chains/registry';
import { reading } from '@/lib/evm/rpc';
import { Refusal } from '@/lib/kernel/errors';
import { failureColumns, failureWords, noFailure } from '@/lib/payouts/failure';
import { type LockedPayout, lockPayouts } from '@/lib/payouts/locked-store';
import type { Payout } from '@/lib/payouts/store';
import {
  findLiveTransfer,
  type Locked,
  readTransfer,
  type Transfer,
  updateTransfer,
} from '@/lib/payouts/transfer-store';
import { handFacts } from '@/lib/rails/wallet/facts';
import { judge } from '@/lib/rails/wallet/judge';
import type { HandSighting } from '@/lib/rails/wallet/look';
import { proposalNumber, readSafeNumber } from '@/lib/rails/wallet/proposal-number';
import { reason } from '@/lib/wire/reason';
import { payCalls } from './signing-calls';

const hashText = /^0x[0-9a-fA-F]{64}$/;

/**
 * Takes what the wallet answered after signing. It only makes us look: what pays is read from the chain, also when this
 * is never called. Refuses: not_found, transfer_mismatch (with the `check` that failed).
 */
export async function reportPayment(ctx: Context, body: ReportBody): Promise<PaymentState> {
  const { merchantId } = requirePermission(ctx, 'payouts:pay');
  const { signing, transfers: named } = await readSigning(ctx, merchantId, body.signing_id, body.transfer_ids);
  const hash = body.hash?.toLowerCase();
  const seen = hash ? await lookIfPossible(signing.chain, hash) : null;
  const ids = named.map((transfer) => transfer.payoutId);
  const payouts = await selectPayoutsById(ctx.db, merchantId, ids);
  if (seen) await refuseOther(ctx, signing, payouts, seen);
  const proposal = signing.senderKind === 'contract' ? await readProposal(signing, payouts, body, seen) : null;
  const now = ctx.clock.now();
  await ctx.db.transaction(async (tx) => {
    const locked = await lockPayouts(tx, merchantId, ids);
    const lockedSigning = await lockSigning(tx, signing);
    if (body.calls_id) await updateSigning(tx, lockedSigning, { callsId: body.calls_id });
    if (hash && !proposal) await refuseForeignHash(tx, signing, hash, payouts);
    for (const { payout, transfer } of await readPayments(tx, locked, named)) {
      if (proposal || body.calls_id) await keepTaken(tx, { payout, transfer }, proposal, now);
      if (!proposal && hash && seen) await keepHash(tx, ctx, { payout, transfer }, lockedSigning, { hash, seen });
    }
    const detail = { hash, calls_id: body.calls_id, proposal: proposal?.proposal };
    await audit(tx, ctx, { merchantId, action: 'payment.reported', subjectId: signing.id, detail, now });
  });
  return stateOf(await selectSigningTransfers(ctx.db, signing));
}

const open = ['prepared', 'submitted'] as const;

/** A Safe answers with its proposal, which no node knows, and names its batches so, too: it is followed by the Safe. */
async function readProposal(signing: Signing, payouts: Payout[], body: ReportBody, seen: HandSighting | null) {
  const named = seen?.state === 'missing' ? body.hash : body.calls_id;
  if (!named || !hashText.test(named)) return null;
  const proposal = named.toLowerCase();
  const { chain, sender: safe } = signing;
  const where = { chainId: chainOf(chain).id, safe };
  const next = await reading(chain, (client) => readSafeNumber(client, safe)).catch(nullIfSilent);
  const number = next === null ? null : proposalNumber({ ...where, next }, payCalls(signing, payouts), proposal);
  return { proposal, proposalNumber: number };
}

/** What a wallet answered is kept, whether or not the node answers. */
function nullIfSilent(error: unknown): null {
  if (error instanceof Refusal && error.code === 'chain_unavailable') return null;
  throw error;
}

/** A hash that is plainly something else is refused now; what cannot be read yet is judged when it is mined. */
async function refuseOther(ctx: Context, signing: Signing, payouts: Payout[], seen: HandSighting): Promise<void> {
  const named = (await gatherNamed(ctx, payouts, { signing }, seen)).map(({ payout, facts }) => {
    const resolution = resolve(facts);
    // That the network refused it is no reason to turn it away: it is how the payment ended.
    const faults = resolution.is === 'unfit' ? resolution.faults.filter(({ check }) => check !== 'not_succeeded') : [];
    return { payout, faults, old: faults.find(({ check }) => check === 'too_old') };
  });
  const [first] = named;
  if (first?.old) throw mismatch(first.payout, first.old);
  // Of a batch that skips what a token refuses, some may be missing; none at all is another transfer.
  const wrong = first?.faults[0];
  if (first && wrong && named.every(({ faults }) => faults.some(({ check }) => check !== 'too_old'))) {
    throw mismatch(first.payout, wrong);
  }
}

/** One transfer carries one signing: what was named for another one says nothing about this one. */
async function refuseForeignHash(tx: Tx, signing: Signing, hash: string, payouts: Payout[]): Promise<void> {
  const { chain, merchantId, id: signingId } = signing;
  await lockHash(tx, chain, hash);
  const [any] = payouts;
  if (!any || !(await isNamedElsewhere(tx, { chain, hash, merchantId, signingId }))) return;
  throw mismatch(any, { check: 'already_used', found: [] });
}

/** The named transfers as they are under the locks of their payouts. */
async function readPayments(tx: Tx, locked: LockedPayout[], named: Transfer[]): Promise<Locked[]> {
  const found: Locked[] = [];
  for (const payout of locked) {
    for (const { id } of named.filter(({ payoutId }) => payoutId === payout.id)) {
      const transfer = await readTransfer(tx, payout, id);
      if (transfer) found.push({ payout, transfer });
    }
  }
  return found;
}

type NumberedProposal = { proposal: string; proposalNumber: bigint | null };

/** What the wallet took is not unsigned, also where a person said so before; one that was given up is open again where it can be. */
async function keepTaken(
  tx: Tx,
  { payout, transfer }: Locked,
  proposal: NumberedProposal | null,
  now: Date,
): Promise<void> {
  const taken = { ...proposal, deniedAtBlock: null, askedAt: transfer.askedAt ?? now };
  if (transfer.status !== 'dropped' || transfer.logIndex !== null) {
    await updateTransfer(tx, transfer, open, taken, now);
    return;
  }
  const free = payout.status === 'pending' && !(await findLiveTransfer(tx, payout));
  const again = { ...taken, status: 'prepared' as const, ...noFailure };
  const late = { ...proposal, ...failureColumns(reason('reported_late')) };
  await updateTransfer(tx, transfer, ['dropped'], free ? again : late, now);
}

async function keepHash(
  tx: Tx,
  ctx: Context,
  { payout, transfer }: Locked,
  signing: LockedSigning,
  { hash, seen }: { hash: string; seen: HandSighting },
): Promise<void> {
  const now = ctx.clock.now();
  if (transfer.hash === hash) return;
  const fits = seen.state !== 'missing' && plansToPay(payout, transfer, seen);
  const nonce = seen.state === 'missing' ? transfer.nonce : nonceOf({ transfer, signing }, seen, fits);
  const askedAt = transfer.askedAt ?? now;
  const facts = { hash, nonce, askedAt, seenAt: seen.state === 'missing' ? transfer.seenAt : now };
  const known = { ...facts, status: 'submitted' as const, deniedAtBlock: null, ...noFailure };
  if (transfer.status === 'dropped') {
    // It was given up, and was then signed: it is open again, or is looked after until another one has paid.
    const free = payout.status === 'pending' && !(await findLiveTransfer(tx, payout));
    const late = { hash, seenAt: null, ...failureColumns(reason('reported_late')) };
    if (transfer.logIndex === null) await updateTransfer(tx, transfer, ['dropped'], free ? known : late, now);
    return;
  }
  const replaceable = transfer.status === 'prepared' || (transfer.status === 'submitted' && !outranks(transfer, seen));
  if (replaceable) await updateTransfer(tx, transfer, open, known, now);
}

function plansToPay(payout: Payout, { sender }: Transfer, seen: Exclude<HandSighting, { state: 'missing' }>): boolean {
  return seen.planned !== null && judge(handFacts(payout, sender), () => false, seen.planned).fits;
}

/** A hash that the network has shown gives way only to its successor under the same nonce. */
export function outranks(current: Transfer, seen: HandSighting): boolean {
  if (!current.seenAt || !current.hash) return false;
  return !(seen.state !== 'missing' && seen.from === current.sender && seen.nonce === current.nonce);
}

/**
 * Records that the wallet declined: nothing was signed, so the payouts can be paid again at once. Only the tab that prepared them
 * may say so, and not once something of it was reported. Refuses: not_found, transfer_in_progress.
 */
export async function rejectPayment(ctx: Context, body: DeclineBody): Promise<PaymentState> {
  const { merchantId, userId } = requirePayer(ctx);
  const { signing, transfers } = await readSigning(ctx, merchantId, body.signing_id, body.transfer_ids);
  const now = ctx.clock.now();
  if (signing.userId !== userId || signing.tab !== body.tab) {
    throw new Refusal('transfer_in_progress', { detail: 'Only the page that asked the wallet knows its answer.' });
  }
  const ids = transfers.map(({ payoutId }) => payoutId);
  await ctx.db.transaction(async (tx) => {
    const locked = await lockPayouts(tx, merchantId, ids);
    // Read under the locks that a report takes, too: of the two, the one that comes second sees the first.
    const lockedSigning = await lockSigning(tx, signing);
    const current = await readPayments(tx, locked, transfers);
    if (lockedSigning.callsId || current.some(({ transfer: { hash, proposal } }) => hash || proposal)) {
      const detail = 'The wallet signed something of this: its outcome is awaited.';
      throw new Refusal('transfer_in_progress', { detail });
    }
    for (const { payout, transfer } of current) {
      if (!(await endPayment(tx, ctx, payout, transfer, { status: 'dropped', reason: reason('declined') }))) continue;
      const detail = { signing: signing.id };
      await audit(tx, ctx, { merchantId, action: 'payment.declined', subjectId: payout.id, detail, now });
    }
  });
  return stateOf(await selectSigningTransfers(ctx.db, signing));
}

/** How the payments of one signing stand. Refuses: not_found. */
export async function viewPayment(ctx: Context, signingId: string): Promise<PaymentState> {
  const { merchantId } = requirePermission(ctx, 'payouts:read');
  return stateOf((await readSigning(ctx, merchantId, signingId, undefined)).transfers);
}

async function readSigning(ctx: Context, merchantId: string, signingId: string, transferIds: string[] | undefined) {
  const signing = await findSigning(ctx.db, merchantId, signingId);
  if (!signing) throw new Refusal('not_found', { detail: `There is no payment ${signingId}.` });
  const all = await selectSigningTransfers(ctx.db, signing);
  const foreign = transferIds?.find((id) => !all.some((transfer) => transfer.id === id));
  if (foreign) throw new Refusal('not_found', { detail: `The payment ${signingId} has no transfer ${foreign}.` });
  return { signing, transfers: transferIds ? all.filter((transfer) => transferIds.includes(transfer.id)) : all };
}

const isOpen = ({ status }: Transfer) => status === 'prepared' || status === 'submitted';

export function stateOf(transfers: Transfer[]): PaymentState {
  return {
    open: transfers.filter(isOpen).length,
    payments: transfers.map((transfer) => ({
      transfer_id: transfer.id,
      payout_id: transfer.payoutId,
      status: transfer.status,
      hash: transfer.hash,
      failure_reason: failureWords(transfer),
      unsigned_from_block: isOpen(transfer) ? (transfer.deniedAtBlock?.toString() ?? null) : null,
    })),
  };
}
