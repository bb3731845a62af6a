import type { ChainKey } from '@/db/vocabulary/chains';
import { type Context, requirePermission } from '@/lib/access/actor';
import { chainOf } from '@/lib/chains/registry';
import { Refusal } from '@/lib/kernel/errors';
import { findNewestClose, selectCloses, selectVersions } from '@/lib/reconcile/core/close-store';
import { type Day, dayOf } from '@/lib/reconcile/core/day';
import { countUnresolved, findDifference, selectByIds, selectDifferences } from '@/lib/reconcile/core/difference-store';
import { selectChains } from '@/lib/reconcile/core/known-store';
import type {
  CloseList,
  CloseVersions,
  DifferenceOnWire,
  DifferencePage,
  DifferenceQuery,
  ReconciliationOnWire,
  ReconciliationState,
} from '@/lib/reconcile/core/schema';
import { findReconciliation, selectActive } from '@/lib/reconcile/core/store';
import { presentCloses, presentDifferences, presentReconciliation } from './present';

/** Chains and days of one page of closes. */
const linesPerPage = 60;
/** Counts stop here; nobody resolves so many in a day. */
const maxCounted = 10_000;

/** How each chain of the merchant stands now. */
export async function viewReconciliation(ctx: Context): Promise<ReconciliationState> {
  const { merchantId } = requirePermission(ctx, 'reconcile:read');
  const running = await selectActive(ctx.db, merchantId);
  const chains = await selectChains(ctx.db, merchantId);
  const states = chains.map(async (chain) => {
    const newest = await findNewestClose(ctx.db, merchantId, chain);
    const [latest] = await presentCloses(ctx.db, newest ? [newest] : []);
    const run = running.find((one) => one.chain === chain);
    const unresolved = await countUnresolved(ctx.db, merchantId, { chain, upTo: maxCounted });
    const name = chainOf(chain).name;
    return { chain, name, running: run ? presentReconciliation(run) : null, latest: latest ?? null, unresolved };
  });
  return { today: dayOf(ctx.clock.now()), chains: await Promise.all(states) };
}

/** One reading, for a page that waits for it. Refuses: not_found. */
export async function viewOneReconciliation(ctx: Context, id: string): Promise<ReconciliationOnWire> {
  const { merchantId } = requirePermission(ctx, 'reconcile:read');
  const found = await findReconciliation(ctx.db, merchantId, id);
  if (!found) throw new Refusal('not_found', { detail: `There is no reconciliation ${id}.` });
  return presentReconciliation(found);
}

/** Each day's last page, newest first. */
export async function listCloses(ctx: Context, { before }: { before?: Day }): Promise<CloseList> {
  const { merchantId } = requirePermission(ctx, 'reconcile:read');
  const rows = await selectCloses(ctx.db, merchantId, before, linesPerPage + 1);
  // A day is shown whole: one whose lines do not all fit begins the next page.
  const next = rows[linesPerPage]?.day;
  const whole = rows.filter(({ day }) => next === undefined || day > next);
  const page = whole.length > 0 ? whole : rows.slice(0, linesPerPage);
  const more = rows.length > linesPerPage;
  return { data: await presentCloses(ctx.db, page), before: more ? (page.at(-1)?.day ?? null) : null };
}

/** Every version of one day on one chain, newest first, with the differences that any of them names. Refuses: not_found. */
export async function viewClose(ctx: Context, chain: ChainKey, day: Day): Promise<CloseVersions> {
  const { merchantId } = requirePermission(ctx, 'reconcile:read');
  const versions = await selectVersions(ctx.db, merchantId, chain, day);
  if (versions.length === 0) throw new Refusal('not_found', { detail: `${day} was not closed on this chain.` });
  const ids = [...new Set(versions.flatMap(({ differenceIds }) => differenceIds))];
  const lines = await selectByIds(ctx.db, merchantId, ids);
  return {
    data: await presentCloses(ctx.db, versions),
    differences: await presentDifferences(ctx.db, merchantId, lines),
  };
}

export async function listDifferences(ctx: Context, query: DifferenceQuery): Promise<DifferencePage> {
  const { merchantId } = requirePermission(ctx, 'reconcile:read');
  const { status, chain, owner_id: ownerId, cursor: olderThan, limit } = query;
  const rows = await selectDifferences(ctx.db, { merchantId, status, chain, ownerId, olderThan, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const next = rows.length > limit ? (page.at(-1)?.id ?? null) : null;
  return { data: await presentDifferences(ctx.db, merchantId, page), next_cursor: next };
}

/** One difference. Refuses: not_found. */
export async function viewDifference(ctx: Context, id: string): Promise<DifferenceOnWire> {
  const { merchantId } = requirePermission(ctx, 'reconcile:read');
  const line = await findDifference(ctx.db, merchantId, id);
  const [shown] = await presentDifferences(ctx.db, merchantId, line ? [line] : []);
  if (!shown) throw new Refusal('not_found', { detail: `There is no difference ${id}.` });
  return shown;
}
