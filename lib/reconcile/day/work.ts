import { randomUUID } from 'node:crypto';
import type { PublicClient } from 'viem';
import type { ReconciliationCounts } from '@/db/schema/reconcile';
import type { Context } from '@/lib/access/actor';
import { isNodeFault, nodeUnavailable } from '@/lib/evm/faults';
import { readInParts, type Span } from '@/lib/evm/read-in-parts';
import { answeringClient } from '@/lib/evm/rpc';
import { Refusal } from '@/lib/kernel/errors';
import { log } from '@/lib/kernel/log';
import { checkBalances } from '@/lib/reconcile/books/check-balances';
import { proveLoneSettlements } from '@/lib/reconcile/books/prove-bookings';
import { planReading, scopeOf } from '@/lib/reconcile/chain/begin';
import type { Scope } from '@/lib/reconcile/chain/outgoing';
import { readSpan } from '@/lib/reconcile/chain/read-chain';
import { type Reconciliation, saveProgress, takeReconciliation } from '@/lib/reconcile/core/store';
import { checkGateways } from '@/lib/reconcile/gateways/check-gateways';
import { decideOutcomes } from '@/lib/reconcile/review/decide-outcomes';
import { reviewDifferences } from '@/lib/reconcile/review/review';
import { closeDay, closeUnchecked } from './close';
import { scanSpan } from './scan';

/** How long work stands still after a worker was killed; each step prolongs it. */
const leaseSeconds = 60;

/**
 * Takes a reconciliation that nobody works on, or this one, and brings it to its end: a close, in every case. A worker
 * that is killed or stopped leaves it where the last step ended. Null when there is none to take.
 */
export async function workReconciliation(
  ctx: Context,
  { id, signal, stepBlocks }: { id?: string; signal?: AbortSignal; stepBlocks?: bigint } = {},
): Promise<Reconciliation | null> {
  const owner = randomUUID();
  const now = ctx.clock.now();
  const taken = await ctx.db.transaction((tx) => takeReconciliation(tx, owner, leaseSeconds, now, id));
  if (!taken) return null;
  try {
    return await readOn(ctx, await answeringClient(taken.chain), taken, { signal, stepBlocks });
  } catch (error) {
    return endUnchecked(ctx, taken, error);
  }
}

async function readOn(
  ctx: Context,
  client: PublicClient,
  taken: Reconciliation,
  { signal, stepBlocks }: { signal?: AbortSignal; stepBlocks?: bigint },
): Promise<Reconciliation | null> {
  const plan = await planReading(ctx, client, taken);
  const span = { from: taken.fromBlock ?? plan.span.from, to: taken.toBlock ?? plan.span.to };
  const scope = await scopeOf(ctx, client, taken, span.to, plan.since);
  let current: Reconciliation | null = taken;
  const known = [...scope.known.values()];
  const read = (part: Span) => readSpan(ctx.db, client, taken.chain, known, part);
  const rest = { from: taken.nextBlock ?? plan.begin, to: span.to };
  for await (const { part, found } of readInParts(rest, read, stepBlocks)) {
    const counts = add(current.counts, await scanSpan(ctx, scope, part, found));
    const set = { fromBlock: span.from, toBlock: span.to, nextBlock: part.to + 1n, counts };
    current = await save(ctx, current, set);
    // Another worker took it over, since this took too long: what was done twice was done once.
    if (!current) return null;
    if (signal?.aborted) return giveBack(ctx, current);
  }
  const complete = plan.complete && span.to === plan.span.to;
  return finish(ctx, scope, current, { span, complete, since: plan.since });
}

async function finish(
  ctx: Context,
  scope: Scope,
  current: Reconciliation,
  plan: { span: Span; complete: boolean; since: Date },
): Promise<Reconciliation | null> {
  const repaired = await decideOutcomes(ctx, scope);
  for await (const _ of checkGateways(ctx, scope, plan.since)) {
    if (!(await save(ctx, current, {}))) return null;
  }
  const reviewed = await reviewDifferences(ctx, scope);
  const cutAt = current.startedAt ?? ctx.clock.now();
  await proveLoneSettlements(ctx, scope, plan.since, cutAt);
  const balances = await checkBalances(ctx, scope, plan.span);
  const done = { ...noneFound, matched: reviewed.matched, repaired: repaired + reviewed.repaired };
  const counts = add(current.counts, done);
  return ctx.db.transaction(async (tx) => {
    const set = { ...plan.span, fromBlock: plan.span.from, toBlock: plan.span.to, counts };
    const ended = await saveProgress(tx, current, { ...set, status: 'done', finishedAt: ctx.clock.now() }, 0);
    if (ended) await closeDay(tx, ctx, ended, { ...plan, cutAt, balances });
    return ended;
  });
}

const noneFound = { moves: 0, claims: 0, settlements: 0, bookings: 0 };

function add(sum: ReconciliationCounts, found: ReconciliationCounts): ReconciliationCounts {
  return {
    moves: sum.moves + found.moves,
    claims: sum.claims + found.claims,
    settlements: sum.settlements + found.settlements,
    bookings: sum.bookings + found.bookings,
    matched: sum.matched + found.matched,
    repaired: sum.repaired + found.repaired,
  };
}

function save(ctx: Context, current: Reconciliation, set: Parameters<typeof saveProgress>[2]) {
  return ctx.db.transaction((tx) => saveProgress(tx, current, set, leaseSeconds));
}

/** A process that ends in order lets the next one begin at once. */
async function giveBack(ctx: Context, current: Reconciliation): Promise<null> {
  await ctx.db.transaction((tx) => saveProgress(tx, current, { leaseOwner: null }, 0));
  return null;
}

/** What could not be read is not green: the day says that it was not checked, and why. */
async function endUnchecked(ctx: Context, taken: Reconciliation, error: unknown): Promise<Reconciliation | null> {
  const reason = reasonOf(error, taken);
  log.error({ err: error, reconciliation: taken.id }, 'a reconciliation ended without having checked');
  return ctx.db.transaction(async (tx) => {
    const set = { status: 'not_checked' as const, reason, finishedAt: ctx.clock.now() };
    const ended = await saveProgress(tx, taken, set, 0);
    if (ended) await closeUnchecked(tx, ctx, ended, reason);
    return ended;
  });
}

function reasonOf(error: unknown, { chain }: Reconciliation): string {
  if (error instanceof Refusal && error.code === 'chain_unavailable') return error.message;
  if (isNodeFault(error)) return nodeUnavailable(chain, error).message;
  return 'It failed on our side; the log says why.';
}
