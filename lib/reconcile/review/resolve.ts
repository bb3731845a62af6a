import { type Context, requirePermission } from '@/lib/access/actor';
import { audit } from '@/lib/access/audit';
import { requireStepUp } from '@/lib/access/sessions/step-up';
import { isObjection } from '@/lib/by-hand/sightings/may-settle';
import { logOf, recordFound } from '@/lib/by-hand/sightings/record-log';
import { findCursor } from '@/lib/cursors/store';
import { chainClient, reading } from '@/lib/evm/rpc';
import { Refusal } from '@/lib/kernel/errors';
import { reverse } from '@/lib/ledger/reverse';
import { confirmTransfers } from '@/lib/payouts/confirm';
import { findPayout, type Payout } from '@/lib/payouts/store';
import { scopeOf } from '@/lib/reconcile/chain/begin';
import { isShown, readMove } from '@/lib/reconcile/chain/read-move';
import {
  type Difference,
  findDifference,
  type NewDifference,
  updateDifference,
  whyColumns,
} from '@/lib/reconcile/core/difference-store';
import { selectByHash } from '@/lib/reconcile/core/ledger-store';
import type { DifferenceOnWire, ResolveBody, ResolvingWay } from '@/lib/reconcile/core/schema';
import { clear, inNewestRound, type Outgoing, toOwnWallets } from '@/lib/reconcile/core/suspense';
import { waysFor } from '@/lib/reconcile/core/words';
import { reason } from '@/lib/wire/reason';
import { wordsOf } from '@/lib/wire/reason-words';
import { endBy } from './end-difference';
import { presentDifferences } from './present';
import { resolveDiffering } from './resolve-differing';
import { outgoingFrom } from './review';

/**
 * Resolves a difference: as the payment of a payout, which the chain must prove as ever; out of suspense to an account,
 * once; by taking back a booking that the chain does not bear out; or in words, where nothing lies in suspense.
 * Refuses: not_found, difference_state, payout_state, transfer_in_progress, chain_unavailable, step_up_required.
 */
export async function resolveDifference(ctx: Context, id: string, body: ResolveBody): Promise<DifferenceOnWire> {
  const actor = requirePermission(ctx, 'reconcile:write');
  // Saying which payout a transfer paid records a payment.
  if (body.as === 'payout') requirePermission(ctx, 'payouts:pay');
  requireStepUp(ctx);
  const { merchantId } = actor;
  const line = await findDifference(ctx.db, merchantId, id);
  if (!line) throw new Refusal('not_found', { detail: `There is no difference ${id}.` });
  requireWay(line, body);
  const end = { status: 'resolved' as const, resolvedAt: ctx.clock.now(), note: body.note ?? line.note };
  const by = { ...end, resolvedBy: body.as, resolvedById: actor.kind === 'user' ? actor.userId : null };
  const after = await resolve(ctx, line, body, by);
  const [shown] = await presentDifferences(ctx.db, merchantId, [after]);
  if (!shown) throw new Error('A difference that was resolved can be shown');
  return shown;
}

function requireWay(line: Difference, { as }: ResolveBody): void {
  const ways: readonly ResolvingWay[] = waysFor(line);
  if (ways.includes(as)) return;
  const detail =
    line.status === 'resolved'
      ? 'It is resolved already.'
      : ways.includes('account')
        ? 'It lies in suspense: book it to a payout or to an account.'
        : 'Nothing of it lies in suspense: write down what explains it.';
  throw new Refusal('difference_state', { detail });
}

type Ending = Partial<NewDifference>;

async function resolve(ctx: Context, line: Difference, body: ResolveBody, by: Ending): Promise<Difference> {
  switch (body.as) {
    case 'payout':
      return resolveToPayout(ctx, line, body.payout_id, by);
    case 'account':
      return ctx.db.transaction(async (tx) => {
        const after = await endBy(tx, ctx, line, { ...by, resolvedAccount: body.account });
        const { merchantId, chain, symbol, amount, postingId } = line;
        if (!symbol || amount === null || !postingId) throw new Error(`${line.id} says not what lies in suspense`);
        const what = { merchantId, chain, symbol, amount, postingId };
        if (await clear(tx, what, body.account, ctx.clock.now())) return after;
        throw new Refusal('difference_state', { detail: 'It does not lie in suspense any more. Look again.' });
      });
    case 'reversed':
      return takeBack(ctx, line, by);
    case 'accepted':
    case 'refused':
      return resolveDiffering(ctx, line, body.as, by);
    case 'explained':
      return ctx.db.transaction((tx) => endBy(tx, ctx, line, by));
  }
}

/** The payment is recorded as any other, and only what reads the chain completes the payout. */
async function resolveToPayout(ctx: Context, line: Difference, payoutId: string, by: Ending): Promise<Difference> {
  const payout = await findPayout(ctx.db, line.merchantId, payoutId);
  if (!payout) throw new Refusal('not_found', { detail: `There is no payout ${payoutId}.` });
  const out = await outgoingOn(ctx, line);
  const sayer = by.resolvedById ?? null;
  const recording = await recordFound(ctx, line.chain, payout, logOf(out.move), sayer);
  if (recording === 'unconfirmed_sender') return awaitAnother(ctx, line, payout, sayer);
  if (isObjection(recording)) {
    throw new Refusal('payout_state', { field: 'payout_id', detail: wordsOf(reason(recording)) });
  }
  if (recording === 'blocked') {
    throw new Refusal('transfer_in_progress', { detail: 'Another payment of this payout is on its way.' });
  }
  if (recording === 'taken') {
    const detail =
      'This payment does not fit that payout: recipient, asset and amount must be the same, and it unpaid.';
    throw new Refusal('payout_state', { field: 'payout_id', detail });
  }
  const cursor = await findCursor(ctx.db, line.chain);
  await confirmTransfers(ctx, line.chain, cursor?.finalNumber ?? 0n);
  const paid = await selectByHash(ctx.db, line.merchantId, line.chain, [out.move.hash]);
  const proved = paid.some(
    ({ transfer }) =>
      transfer.status === 'confirmed' && transfer.payoutId === payoutId && transfer.logIndex === line.logIndex,
  );
  if (!proved)
    throw new Refusal('payout_state', { detail: 'The chain does not prove it; the payout is not completed.' });
  return ctx.db.transaction(async (tx) => {
    const after = await endBy(tx, ctx, line, { ...by, payoutId });
    await toOwnWallets(tx, out, ctx.clock.now());
    return after;
  });
}

/** One member's word is kept; the line stays open for another one's. */
async function awaitAnother(
  ctx: Context,
  line: Difference,
  { id: payoutId, reference }: Payout,
  sayer: string | null,
): Promise<Difference> {
  const now = ctx.clock.now();
  const why = whyColumns(reason('member_says_so', { reference }));
  return ctx.db.transaction(async (tx) => {
    const after = await updateDifference(tx, line, { kind: 'choice', ...why, candidates: [payoutId] }, now);
    if (!after) throw new Refusal('difference_state', { detail: 'Another member resolved it just now.' });
    const { merchantId, id: subjectId } = line;
    const said = { payout: payoutId, by: sayer };
    await audit(tx, ctx, { merchantId, action: 'difference.confirmed_once', subjectId, detail: said, now });
    return after;
  });
}

/** The movement of a line, seen on the chain a moment ago. Refuses: chain_unavailable, difference_state. */
async function outgoingOn(ctx: Context, line: Difference): Promise<Outgoing> {
  const scope = await scopeOf(ctx, chainClient(line.chain), line, 0n, new Date(0));
  const out = outgoingFrom(scope, line);
  if (!out || !(await reading(line.chain, (client) => readMove(client, out.move)))) {
    throw new Refusal('difference_state', { detail: 'The chain does not show this movement now.' });
  }
  const [newest = out] = await inNewestRound(ctx.db, [out]);
  return newest;
}

/** Takes back what was booked of a movement, once, if a final block of the chain does not have it. */
async function takeBack(ctx: Context, line: Difference, by: Ending): Promise<Difference> {
  const { postingId, blockNumber: block, blockHash, hash, logIndex } = line;
  if (!postingId || block === null || !blockHash || !hash || logIndex === null) {
    throw new Error(`${line.id} says not what is booked`);
  }
  if (await isShown(ctx, line.chain, { block, blockHash, hash, logIndex })) {
    throw new Refusal('difference_state', { detail: 'The chain shows it now. Read the chain again.' });
  }
  return ctx.db.transaction(async (tx) => {
    const after = await endBy(tx, ctx, line, by);
    if (await reverse(tx, postingId, ctx.clock.now())) return after;
    throw new Refusal('difference_state', { detail: 'It is taken back already. Look again.' });
  });
}
