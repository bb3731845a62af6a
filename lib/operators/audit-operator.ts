import type { Tx } from '@/db/client';
import type { Actor, Context } from '@/lib/access/actor';
import { insertLine } from './store';

type Facts = Record<string, unknown>;

export type OperatorLine = {
  action: string;
  subjectId: string;
  before?: Facts;
  after?: Facts;
  /** Anything else worth knowing; never a secret. */
  detail?: Facts;
  now: Date;
};

function namesOf(actor: Actor) {
  switch (actor.kind) {
    case 'operator':
      return { actorKind: actor.kind, actorId: actor.userId };
    case 'operator_key':
      return { actorKind: actor.kind, actorId: actor.keyId };
    case 'system':
      return { actorKind: actor.kind, actorId: actor.job };
    default:
      throw new Error('Only operators write into their own audit');
  }
}

/** Writes what an operator did, in the transaction that does it. */
export async function auditOperator(tx: Tx, { actor, origin }: Pick<Context, 'actor' | 'origin'>, line: OperatorLine) {
  const { now, detail = {}, before = null, after = null, ...rest } = line;
  await insertLine(tx, {
    ...{ ...rest, ...namesOf(actor), before, after, detail, createdAt: now },
    originAddress: origin?.address ?? null,
    userAgent: origin?.userAgent?.slice(0, 400) ?? null,
  });
}
