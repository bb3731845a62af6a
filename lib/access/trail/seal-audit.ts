import type { Tx } from '@/db/client';
import type { Clock } from '@/lib/kernel/clock';
import { insertSeals, moveMark, putHeads, selectHeads, takeUnsealed } from './audit-store';
import { noHead, sealAfter } from './chain';
import { findOperatorHead, insertOperatorSeals, takeUnsealedByOperators } from './operator-store';

type Acting = { db: Pick<Tx, 'transaction'>; clock: Clock };

/** Lines of one run; a run is one transaction. */
export const sealedAtOnce = 1000;

/** Adds finished lines to their merchants' chains and to the operators'; says whether there are more. Never blocks a writer of lines. */
export async function sealAudit(acting: Acting): Promise<boolean> {
  const more = [await sealMerchants(acting), await sealOperators(acting)];
  return more.includes(true);
}

async function sealMerchants({ db, clock }: Acting): Promise<boolean> {
  const sealedAt = clock.now();
  return db.transaction(async (tx) => {
    const lines = await takeUnsealed(tx, sealedAtOnce);
    const last = lines.at(-1);
    if (!last) return false;
    const known = await selectHeads(tx, [...new Set(lines.map(({ merchantId }) => merchantId))]);
    const heads = new Map(known.map(({ merchantId, sequence, hash }) => [merchantId, { sequence, hash }]));
    const seals = lines.map((line) => {
      const seal = sealAfter(heads.get(line.merchantId) ?? noHead, line, sealedAt);
      heads.set(line.merchantId, { sequence: seal.sequence, hash: seal.hash });
      return { merchantId: line.merchantId, ...seal };
    });
    await insertSeals(tx, seals);
    await putHeads(
      tx,
      [...heads].map(([merchantId, head]) => ({ merchantId, ...head })),
    );
    await moveMark(tx, 'audit_lines', { writtenIn: last.writtenIn, lineId: last.id });
    return lines.length === sealedAtOnce;
  });
}

async function sealOperators({ db, clock }: Acting): Promise<boolean> {
  const sealedAt = clock.now();
  return db.transaction(async (tx) => {
    const lines = await takeUnsealedByOperators(tx, sealedAtOnce);
    const last = lines.at(-1);
    if (!last) return false;
    let head = (await findOperatorHead(tx)) ?? noHead;
    const seals = lines.map((line) => {
      const seal = sealAfter(head, line, sealedAt);
      head = { sequence: seal.sequence, hash: seal.hash };
      return seal;
    });
    await insertOperatorSeals(tx, seals, head);
    await moveMark(tx, 'operator_lines', { writtenIn: last.writtenIn, lineId: last.id });
    return lines.length === sealedAtOnce;
  });
}
