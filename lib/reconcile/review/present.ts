import type { Queryable } from '@/db/client';
import { nameOf } from '@/lib/access/identity';
import { selectIdentities } from '@/lib/access/people-store';
import { checksumAddress } from '@/lib/chains/address';
import { chainOf, explorerLink, findToken } from '@/lib/chains/registry';
import { formatAmount } from '@/lib/kernel/money';
import type { Close } from '@/lib/reconcile/core/close-store';
import { type Difference, findFirstOwner, selectReferences } from '@/lib/reconcile/core/difference-store';
import type { CloseOnWire, DifferenceOnWire, NamedPayout, ReconciliationOnWire } from '@/lib/reconcile/core/schema';
import type { Reconciliation } from '@/lib/reconcile/core/store';
import { waysFor, wordsFor } from '@/lib/reconcile/core/words';
import { wordsOf } from '@/lib/wire/reason-words';

const iso = (time: Date | null) => time?.toISOString() ?? null;
const text = (number: bigint | null) => number?.toString() ?? null;
const checksum = (address: string | null) => (address ? checksumAddress(address) : null);

export function presentReconciliation(run: Reconciliation): ReconciliationOnWire {
  return {
    ...{ id: run.id, chain: run.chain, day: run.day, status: run.status, reason: run.reason },
    ...{ from_block: text(run.fromBlock), to_block: text(run.toBlock), progress: progressOf(run) },
    ...{ counts: run.counts, created_at: run.createdAt.toISOString(), finished_at: iso(run.finishedAt) },
  };
}

function progressOf({ status, fromBlock, toBlock, nextBlock }: Reconciliation): number {
  if (status === 'done') return 100;
  if (fromBlock === null || toBlock === null || nextBlock === null || toBlock < fromBlock) return 0;
  if (nextBlock <= fromBlock) return 0;
  return Number(((nextBlock - fromBlock) * 99n) / (toBlock - fromBlock + 1n));
}

export async function presentCloses(db: Queryable, closes: readonly Close[]): Promise<CloseOnWire[]> {
  const nameFor = await namesOf(
    db,
    closes.flatMap(({ actorKind, actorId }) => (actorKind === 'user' ? [actorId] : [])),
  );
  return closes.map((close) => ({
    ...{ id: close.id, chain: close.chain, chain_name: chainOf(close.chain).name, day: close.day },
    ...{ version: close.version, status: close.status, reason: close.reason, complete: close.complete },
    ...{ from_block: text(close.fromBlock), to_block: text(close.toBlock) },
    balance_block: close.totals.balanceBlock,
    assets: close.totals.assets.map(({ inFlight, decimals: _, ...rest }) => ({ ...rest, in_flight: inFlight })),
    counts: close.totals.counts,
    differences: close.differenceIds,
    made_by: close.actorKind === 'user' ? (nameFor(close.actorId)?.name ?? null) : null,
    created_at: close.createdAt.toISOString(),
  }));
}

export async function presentDifferences(
  db: Queryable,
  merchantId: string,
  differences: readonly Difference[],
): Promise<DifferenceOnWire[]> {
  const payoutIds = differences.flatMap(({ payoutId, candidates }) => [...(payoutId ? [payoutId] : []), ...candidates]);
  const keeper = await findFirstOwner(db, merchantId);
  const [nameFor, references] = await Promise.all([
    namesOf(db, [keeper, ...differences.flatMap(({ ownerId, resolvedById }) => [ownerId, resolvedById])]),
    selectReferences(db, merchantId, [...new Set(payoutIds)]),
  ]);
  const payouts = new Map(
    references.map(({ id, reference, status, net, decimals, createdAt }): [string, NamedPayout] => [
      id,
      { id, reference, status, amount: formatAmount(net, decimals), created_at: createdAt.toISOString() },
    ]),
  );
  return differences.map((line) => presentOne(line, payouts, nameFor, nameFor(keeper)));
}

function presentOne(
  line: Difference,
  payouts: ReadonlyMap<string, NamedPayout>,
  nameFor: NameFor,
  keeper: Person | null,
): DifferenceOnWire {
  const { title, action } = wordsFor(line.kind);
  const decimals = line.symbol ? (findToken(line.chain, line.symbol)?.decimals ?? 0) : 0;
  const resolved = line.resolvedBy && line.resolvedAt;
  return {
    ...{ id: line.id, kind: line.kind, status: line.status, chain: line.chain, chain_name: chainOf(line.chain).name },
    ...{ asset: line.symbol, amount: line.amount === null ? null : formatAmount(line.amount, decimals) },
    ...{ hash: line.hash, explorer_url: line.hash ? explorerLink(line.chain, line.hash) : null },
    ...{ log_index: line.logIndex, block_number: text(line.blockNumber), block_time: iso(line.blockTime) },
    ...{
      from: checksum(line.fromAddress),
      to: checksum(line.toAddress),
      title,
      detail: wordsOf({ code: line.reasonCode, facts: line.reasonFacts }),
      action,
    },
    ways: waysFor(line),
    payout: (line.payoutId && payouts.get(line.payoutId)) || null,
    candidates: line.candidates.flatMap((id) => payouts.get(id) ?? []),
    ...{ owner: line.status === 'open' ? keeper : nameFor(line.ownerId), note: line.note },
    resolved:
      resolved && line.resolvedBy
        ? {
            by: line.resolvedBy,
            account: line.resolvedAccount,
            person: nameFor(line.resolvedById),
            at: resolved.toISOString(),
          }
        : null,
    found_at: line.foundAt.toISOString(),
  };
}

type Person = { user_id: string; name: string };
type NameFor = (userId: string | null) => Person | null;

/** People by the name under which the team knows them. */
async function namesOf(db: Queryable, userIds: readonly (string | null)[]): Promise<NameFor> {
  const ids = [...new Set(userIds.flatMap((id) => id ?? []))];
  const own = Map.groupBy(ids.length > 0 ? await selectIdentities(db, ids) : [], ({ userId }) => userId);
  return (id) => (id === null ? null : { user_id: id, name: nameOf(own.get(id) ?? []) });
}
