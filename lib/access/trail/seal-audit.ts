import { createHash } from 'node:crypto';
import type { Database } from '@/db/client';
import type { Clock } from '@/lib/kernel/clock';
import { type HashedLine, insertSeals, moveMark, putHeads, selectHeads, takeUnsealed } from './audit-store';

/** What stands before a chain's first line. */
export const firstHash = '0'.repeat(64);

/** Lines of one run; a run is one transaction. */
export const sealedAtOnce = 1000;

/**
 * The hash of a line in its place: sha256 over the JSON list of the form's name, the hash before, the number and every
 * fact of the line. docs/audit.md has it in words; changing it would break every chain.
 */
export function hashOfLine(line: HashedLine, sequence: bigint, previousHash: string): string {
  const { id, merchantId, createdAtMs, actorKind, actorId, action, subjectId } = line;
  const place = ['drawbridge audit 1', previousHash, sequence.toString()];
  const facts = [id.toString(), merchantId, createdAtMs, actorKind, actorId, action, subjectId];
  const rest = [line.originAddress, line.userAgent, line.before, line.after, line.detail];
  return createHash('sha256')
    .update(JSON.stringify([...place, ...facts, ...rest]))
    .digest('hex');
}

/** Adds finished lines to their merchants' chains; says whether there are more. Never blocks a writer of lines. */
export async function sealAudit({ db, clock }: { db: Database; clock: Clock }): Promise<boolean> {
  const sealedAt = clock.now();
  return db.transaction(async (tx) => {
    const lines = await takeUnsealed(tx, sealedAtOnce);
    const last = lines.at(-1);
    if (!last) return false;
    const known = await selectHeads(tx, [...new Set(lines.map(({ merchantId }) => merchantId))]);
    const heads = new Map(known.map(({ merchantId, sequence, hash }) => [merchantId, { sequence, hash }]));
    const seals = lines.map((line) => {
      const head = heads.get(line.merchantId) ?? { sequence: 0n, hash: firstHash };
      const sequence = head.sequence + 1n;
      const hash = hashOfLine(line, sequence, head.hash);
      heads.set(line.merchantId, { sequence, hash });
      return { lineId: line.id, merchantId: line.merchantId, sequence, previousHash: head.hash, hash, sealedAt };
    });
    await insertSeals(tx, seals);
    await putHeads(
      tx,
      [...heads].map(([merchantId, head]) => ({ merchantId, ...head })),
    );
    await moveMark(tx, last.writtenIn, last.id);
    return lines.length === sealedAtOnce;
  });
}
