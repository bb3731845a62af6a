import type { Database } from '@/db/client';
import { addSeconds, type Clock } from '@/lib/kernel/clock';
import { selectChain, selectHeads, selectOverdue, selectSealedMerchants } from './audit-store';
import { firstHash, hashOfLine } from './seal-audit';

/** A line that is older than this and not sealed is a fault: sealing takes seconds. */
export const overdueMinutes = 15;
const pageSize = 2000;
const maxOverdue = 100;

export type AuditFault = { merchantId: string; sequence: string | null; lineId: string | null; what: string };
export type AuditVerdict = { lines: bigint; merchants: number; heads: Record<string, string>; faults: AuditFault[] };

/** A head that was written down earlier: the chain must still go through it. */
export type Witness = { merchantId: string; sequence: bigint; hash: string };

/** Recomputes every chain from its first line and names each line that is changed, missing, out of order or unsealed. */
export async function verifyAudit(
  { db, clock }: { db: Database; clock: Clock },
  witnesses: readonly Witness[] = [],
): Promise<AuditVerdict> {
  const faults: AuditFault[] = [];
  const heads = new Map((await selectHeads(db)).map((head) => [head.merchantId, head]));
  const merchants = await selectSealedMerchants(db);
  const ends: Record<string, string> = {};
  let lines = 0n;
  for (const merchantId of new Set([...merchants, ...witnesses.map((witness) => witness.merchantId)])) {
    const seen = await walk(db, merchantId, faults, witnesses);
    lines += seen.count;
    const head = heads.get(merchantId);
    if (!head || head.sequence !== seen.sequence || head.hash !== seen.hash) {
      const what = 'the chain does not end where its head says: seals are missing, or the head was changed';
      faults.push({ merchantId, sequence: head?.sequence.toString() ?? null, lineId: null, what });
    }
    ends[merchantId] = `${seen.sequence}:${seen.hash}`;
  }
  const overdue = await selectOverdue(db, addSeconds(clock.now(), -overdueMinutes * 60), maxOverdue);
  for (const { id, merchantId } of overdue) {
    faults.push({ merchantId, sequence: null, lineId: id, what: 'the line has no seal, though it is old enough' });
  }
  return { lines, merchants: merchants.length, heads: ends, faults };
}

type SeenSeal = { sequence: bigint; hash: string; count: bigint };

async function walk(
  db: Database,
  merchantId: string,
  faults: AuditFault[],
  witnesses: readonly Witness[],
): Promise<SeenSeal> {
  const seen: SeenSeal = { sequence: 0n, hash: firstHash, count: 0n };
  const awaited = new Map(
    witnesses.filter((one) => one.merchantId === merchantId).map((one) => [one.sequence, one.hash]),
  );
  let page = await selectChain(db, merchantId, 0n, pageSize);
  while (page.length > 0) {
    for (const { seal, line } of page) {
      const fault = (what: string) =>
        faults.push({ merchantId, sequence: seal.sequence.toString(), lineId: seal.lineId.toString(), what });
      if (seal.sequence !== seen.sequence + 1n) fault(`seals before it are missing, from ${seen.sequence + 1n} on`);
      if (seal.previousHash !== seen.hash) fault('it does not follow from the seal before it');
      if (!line) fault('its line is gone');
      else if (line.merchantId !== merchantId) fault('its line belongs to another merchant');
      else if (hashOfLine(line, seal.sequence, seal.previousHash) !== seal.hash) fault('its line was changed or moved');
      const witnessed = awaited.get(seal.sequence);
      if (witnessed !== undefined && witnessed !== seal.hash) fault('it is not the seal that was written down earlier');
      awaited.delete(seal.sequence);
      Object.assign(seen, { sequence: seal.sequence, hash: seal.hash, count: seen.count + 1n });
    }
    page = await selectChain(db, merchantId, seen.sequence, pageSize);
  }
  for (const sequence of awaited.keys()) {
    const what = 'the seal that was written down earlier is gone';
    faults.push({ merchantId, sequence: sequence.toString(), lineId: null, what });
  }
  return seen;
}
