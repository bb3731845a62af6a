import type { Database, Tx } from '@/db/client';
import { addSeconds, type Clock } from '@/lib/kernel/clock';
import { selectChain, selectHeads, selectOverdue, selectSealedMerchants } from './audit-store';
import { type ChainFault, type HashedLine, type Head, noHead, walkChain } from './chain';
import { findOperatorHead, selectOperatorChain, selectOverdueOfOperators } from './operator-store';

/** A line that is older than this and not sealed is a fault: sealing takes seconds. */
export const overdueMinutes = 15;
const pageSize = 2000;
const maxOverdue = 100;

/** Whose a chain is that is no merchant's. */
export const operatorsChain = 'operators';

/** `merchantId`: whose chain it is, or `operatorsChain`. */
export type AuditFault = ChainFault & { merchantId: string };
export type AuditVerdict = { lines: bigint; merchants: number; heads: Record<string, string>; faults: AuditFault[] };

/** A head that was written down earlier: the chain must still go through it. */
export type Witness = { merchantId: string; sequence: bigint; hash: string };

type Walked = Awaited<ReturnType<typeof walkChain>>;

const unsealed = 'the line has no seal, though it is old enough';

/**
 * Recomputes every chain from its first line and names each line that is changed, missing, out of order or unsealed. Reads one
 * snapshot, since a worker goes on sealing meanwhile.
 */
export async function verifyAudit(
  { db, clock }: { db: Database; clock: Clock },
  witnesses: readonly Witness[] = [],
): Promise<AuditVerdict> {
  return db.transaction((tx) => verifySnapshot(tx, clock.now(), witnesses), {
    ...{ isolationLevel: 'repeatable read', accessMode: 'read only' },
  });
}

async function verifySnapshot(db: Tx, now: Date, witnesses: readonly Witness[]): Promise<AuditVerdict> {
  const awaitedOf = (owner: string) =>
    new Map(witnesses.filter(({ merchantId }) => merchantId === owner).map((one) => [one.sequence, one.hash]));
  const heads = new Map<string, Head>((await selectHeads(db)).map(({ merchantId, ...head }) => [merchantId, head]));
  const merchants = await selectSealedMerchants(db);
  const others = witnesses.map(({ merchantId }) => merchantId).filter((owner) => owner !== operatorsChain);
  const verdict: AuditVerdict = { lines: 0n, merchants: merchants.length, heads: {}, faults: [] };
  for (const merchantId of new Set([...merchants, ...others])) {
    const read = (after: bigint) => selectChain(db, merchantId, after, pageSize);
    const isForeign = (line: HashedLine) => line.merchantId !== merchantId;
    judge(verdict, merchantId, heads.get(merchantId), await walkChain({ read, isForeign }, awaitedOf(merchantId)));
  }
  const read = (after: bigint) => selectOperatorChain(db, after, pageSize);
  const walked = await walkChain({ read, isForeign: () => false }, awaitedOf(operatorsChain));
  judge(verdict, operatorsChain, (await findOperatorHead(db)) ?? noHead, walked);
  const before = addSeconds(now, -overdueMinutes * 60);
  for (const { id, merchantId } of await selectOverdue(db, before, maxOverdue)) {
    verdict.faults.push({ merchantId, sequence: null, lineId: id, what: unsealed });
  }
  for (const lineId of await selectOverdueOfOperators(db, before, maxOverdue)) {
    verdict.faults.push({ merchantId: operatorsChain, sequence: null, lineId, what: unsealed });
  }
  return verdict;
}

function judge(verdict: AuditVerdict, merchantId: string, head: Head | undefined, { count, ...seen }: Walked): void {
  verdict.lines += count;
  verdict.faults.push(...seen.faults.map((fault) => ({ merchantId, ...fault })));
  if (!head || head.sequence !== seen.head.sequence || head.hash !== seen.head.hash) {
    const what = 'the chain does not end where its head says: seals are missing, or the head was changed';
    verdict.faults.push({ merchantId, sequence: head?.sequence.toString() ?? null, lineId: null, what });
  }
  if (seen.head.sequence > 0n) verdict.heads[merchantId] = `${seen.head.sequence}:${seen.head.hash}`;
}
