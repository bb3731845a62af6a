import { randomBytes } from 'node:crypto';
import type { Tx } from '@/db/client';
import type { ChainKey } from '@/db/vocabulary/chains';
import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requirePayer } from '@/lib/access/require-payer';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { freeUnasked } from '@/lib/by-hand/sightings/free-unasked';
import { selectArrived } from '@/lib/by-hand/sightings/given-up-store';
import type {
  PrepareBody,
  PreparedAnswer,
  PreparedCall,
  PreparedSigning,
  PreviewAnswer,
  PreviewBody,
} from '@/lib/by-hand/sightings/schema';
import { insertSigning, type Signing, selectHolds } from '@/lib/by-hand/sightings/store';
import { chainOf } from '@/lib/chains/registry';
import { ensureWatched } from '@/lib/cursors/ensure-watched';
import { addSeconds } from '@/lib/kernel/clock';
import { Refusal } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { digestOf } from '@/lib/payouts/approvals/approval-digest';
import { type LockedPayout, lockPayouts } from '@/lib/payouts/locked-store';
import { type Passed, requireScreened, screenTogether } from '@/lib/payouts/screening/screen';
import type { DestinationNote } from '@/lib/payouts/terms/destination-schema';
import { insertTransfer } from '@/lib/payouts/transfer-store';
import { approveCall, type HandCall } from '@/lib/rails/wallet/calls';
import { refuseStopped } from '@/lib/stops/refuse-stopped';
import { isProven } from '@/lib/wallets/store';
import { type Assessment, assess, presentAssessed, rehearseSigning } from './assess';
import { findAll, refuseUnpayable, requireHolds } from './hold';
import { orderOf, payCalls } from './signing-calls';
import { allowances, allowWords, paymentWords } from './words';

/** How long the contract's batch may be mined: a key signs now, the owners of a Safe in the course of a day. */
const deadlineSeconds = { key: 3_600, contract: 86_400 } as const;

type SigningPlan = { assessed: Assessment; signing: Signing; transferIds: string[] };

/** What paying these would be, without holding or writing anything. Refuses as `preparePayment` does. */
export async function previewPayment(ctx: Context, body: PreviewBody): Promise<PreviewAnswer> {
  const { merchantId } = requirePermission(ctx, 'payouts:pay');
  const groups = await assess(ctx, merchantId, body);
  const unproved = await selectUnproved(ctx, merchantId, groups);
  const notes = groups.flatMap((group) => group.notes);
  return { signings: groups.map(presentAssessed), notes, unproved_on: unproved.map((chain) => chainOf(chain).id) };
}

/**
 * Writes down that these payouts are about to be paid from `sender`, then answers what to sign. From here on nobody can
 * prepare them again until the outcome is known: a payout has one live transfer.
 * Refuses: not_found, payout_state, approval_changed, payment_held, hold_lost, transfer_in_progress, wallet_unproved,
 * wallet_short, stopped, screening_held, destination_refused, destination_doubtful, payment_would_fail, chain_unavailable, step-up.
 */
export async function preparePayment(ctx: Context, body: PrepareBody): Promise<PreparedAnswer> {
  const actor = requirePayer(ctx);
  requireStepUp(ctx);
  const { merchantId, userId } = actor;
  await findAll(ctx, merchantId, body.payout_ids);
  requireHolds(
    await selectHolds(ctx.db, merchantId, body.payout_ids),
    body.payout_ids,
    { userId, tab: body.tab },
    ctx.clock.now(),
  );
  const groups = await assess(ctx, merchantId, body);
  await requireProof(ctx, merchantId, groups);
  const notes = groups.flatMap((group) => group.notes);
  refuseDestinations(notes, body.accept_warnings);
  for (const chain of new Set(groups.flatMap(({ payouts }) => payouts.map((payout) => payout.chain)))) {
    await ensureWatched(ctx, chain);
  }
  const passed = await screenTogether(
    ctx,
    groups.flatMap(({ payouts }) => payouts),
    'asked',
  );
  const planned = groups.map((group) => plan(group, { merchantId, userId, tab: body.tab }, ctx.clock.now()));
  for (const { assessed, signing } of planned) {
    if (signing.way === 'disperse') await rehearseSigning(assessed, orderOf(signing));
  }
  await ctx.db.transaction((tx) => writeDown(tx, ctx, planned, { notes, passed }));
  return { signings: planned.map(presentPlanned), notes };
}

/** The networks of these payments on which their wallet has not signed for the merchant. */
async function selectUnproved(ctx: Context, merchantId: string, groups: readonly Assessment[]): Promise<ChainKey[]> {
  const unproved = new Set<ChainKey>();
  for (const { sender, payouts } of groups) {
    const [chain] = payouts.map((payout) => payout.chain);
    if (chain && !(await isProven(ctx.db, { merchantId, chain }, sender))) unproved.add(chain);
  }
  return [...unproved];
}

/** What leaves a wallet pays a merchant's payouts only once the wallet has signed for it. Refuses: wallet_unproved. */
async function requireProof(ctx: Context, merchantId: string, groups: readonly Assessment[]): Promise<void> {
  const [chain] = await selectUnproved(ctx, merchantId, groups);
  if (!chain) return;
  const { id, name } = chainOf(chain);
  const detail = `This wallet has not signed for your team yet, or not on ${name}. It signs once, and pays from then on.`;
  const extra = { chain_id: id };
  throw new Refusal('wallet_unproved', { field: 'sender', detail, extra });
}

function refuseDestinations(notes: DestinationNote[], accepted: boolean): void {
  const stopping = notes.filter((note) => note.blocking);
  const list = stopping.length > 0 ? stopping : accepted ? [] : notes;
  const [first] = list;
  if (!first) return;
  const errors = list.map((note) => ({ field: note.payout_id, detail: note.text }));
  const extra = { check: first.check, payout_id: first.payout_id };
  throw new Refusal(first.blocking ? 'destination_refused' : 'destination_doubtful', {
    detail: first.text,
    errors,
    extra,
  });
}

function plan(assessed: Assessment, by: { merchantId: string; userId: string; tab: string }, now: Date): SigningPlan {
  const { payouts, sender, way, facts, total } = assessed;
  const [first] = payouts;
  if (!first) throw new Error('A group of payouts has one at least');
  const inContract = way === 'disperse';
  const signing: Signing = {
    id: newId('signing', now.getTime()),
    ...by,
    chain: first.chain,
    symbol: first.symbol,
    token: first.token,
    way,
    sender,
    senderKind: facts.kind,
    nonceFloor: facts.nonce,
    count: payouts.length,
    total,
    firstId: inContract ? freshIds() : null,
    deadline: inContract ? wholeSeconds(addSeconds(now, deadlineSeconds[facts.kind])) : null,
    callsId: null,
    createdAt: now,
  };
  return { assessed, signing, transferIds: payouts.map(() => newId('transfer', now.getTime())) };
}

/** The first of 256 ids in a word of the wallet's bitmap that nobody has touched: 248 random bits say which. */
function freshIds(): bigint {
  return BigInt(`0x${randomBytes(31).toString('hex')}`) << 8n;
}

function wholeSeconds(time: Date): Date {
  return new Date(Math.floor(time.getTime() / 1000) * 1000);
}

/** What was found before: notes on where it goes, and what the screening of each payout let pass. */
type Known = { notes: DestinationNote[]; passed: Map<string, Passed> };

async function writeDown(tx: Tx, ctx: Context, planned: SigningPlan[], { notes, passed }: Known): Promise<void> {
  const [any] = planned;
  if (!any) return;
  const { merchantId, userId, tab, sender } = any.signing;
  const now = ctx.clock.now();
  const ids = planned.flatMap(({ assessed }) => assessed.payouts.map((payout) => payout.id));
  const locked = await lockPayouts(tx, merchantId, ids);
  const assessed = new Map(
    planned.flatMap((one) => one.assessed.payouts.map((payout) => [payout.id, digestOf(payout)])),
  );
  for (const payout of locked) {
    refuseUnpayable(payout, now);
    if (digestOf(payout) !== assessed.get(payout.id)) throw new Refusal('approval_changed');
    await refuseStopped(tx, payout);
    await requireScreened(tx, payout, passed.get(payout.id), { address: payout.recipientAddress ?? '', now });
  }
  const [arrived] = await selectArrived(tx, merchantId, ids);
  if (arrived) {
    const detail = `A payment of ${arrived.payoutId} that was given up has reached the network after all: ${arrived.hash}.`;
    throw new Refusal('transfer_in_progress', { detail, extra: { payout_id: arrived.payoutId } });
  }
  requireHolds(await selectHolds(tx, merchantId, ids), ids, { userId, tab }, now);
  // The holder may go on where another page prepared them and asked no wallet: that page can ask none any more.
  const isHeldByOthers = (signing: Signing) => signing.userId !== userId || signing.tab !== tab;
  for (const payout of locked) await freeUnasked(tx, ctx, payout, isHeldByOthers);
  for (const { assessed, signing, transferIds } of planned) {
    await insertSigning(tx, signing);
    for (const [index, { id }] of assessed.payouts.entries()) {
      const payout = locked.find((one) => one.id === id);
      if (!payout) throw new Refusal('not_found', { detail: `There is no payout ${id}.` });
      await writeTransfer(tx, payout, signing, transferIds[index] ?? '', assessed.head);
      const detail = {
        signing: signing.id,
        sender,
        way: signing.way,
        warnings: notes.filter((note) => note.payout_id === payout.id),
      };
      await audit(tx, ctx, { merchantId, action: 'payout.prepared', subjectId: payout.id, detail, now });
    }
  }
}

async function writeTransfer(tx: Tx, payout: LockedPayout, signing: Signing, id: string, head: bigint): Promise<void> {
  const { id: signingId, sender, createdAt } = signing;
  const written = await insertTransfer(tx, payout, {
    id,
    status: 'prepared',
    signingId,
    preparedBlock: head,
    sender,
    recipient: payout.recipientAddress,
    createdAt,
    updatedAt: createdAt,
  });
  if (written) return;
  const detail = `${payout.id} is being paid already; its outcome is open.`;
  throw new Refusal('transfer_in_progress', { detail, extra: { payout_id: payout.id } });
}

function presentPlanned({ assessed, signing, transferIds }: SigningPlan): PreparedSigning {
  const shown = presentAssessed(assessed);
  return {
    ...shown,
    id: signing.id,
    deadline: signing.deadline?.toISOString() ?? null,
    payments: shown.payments.map((payment, index) => ({ ...payment, transfer_id: transferIds[index] ?? '' })),
    calls: callsOf({ assessed, signing, transferIds }),
  };
}

function callsOf({ assessed, signing, transferIds }: SigningPlan): PreparedCall[] {
  const { payouts, sender, facts, total } = assessed;
  const [first] = payouts;
  if (!first) return [];
  const one = (call: HandCall, does: 'allow' | 'pay', text: string, transfer_ids: string[]) => ({
    ...call,
    does,
    text,
    transfer_ids,
  });
  const pay = payCalls(signing, payouts).map((call, index) => {
    const payout = payouts[index];
    return signing.way === 'disperse' || !payout
      ? one(call, 'pay', `Send all ${payouts.length} payments.`, transferIds)
      : one(call, 'pay', `Send ${paymentWords(payout, sender)}.`, transferIds.slice(index, index + 1));
  });
  if (signing.way !== 'disperse') return pay;
  const allow = allowances(facts.allowance, total).map((amount) =>
    one(approveCall(signing.token, amount), 'allow', allowWords(first, amount), []),
  );
  return [...allow, ...pay];
}
